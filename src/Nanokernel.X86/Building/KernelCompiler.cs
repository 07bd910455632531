using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Nanokernel.Checking;

namespace Nanokernel.X86.Building;

/// <summary>Compiles the kernel's sources and one system's generated configuration to IL, with Roslyn, in this process.</summary>
internal static class KernelCompiler
{
    /// <summary>The simple name of the kernel's assembly.</summary>
    public const string AssemblyName = "Kernel";

    /// <summary>What stands before the names of the sources in debug information.</summary>
    public const string SourcePrefix = "Nanokernel.X86/";

    /// <summary>The name of the generated source.</summary>
    public const string ConfigurationFile = "KernelConfiguration.g.cs";

    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14);

    // Whoever makes images of several systems parses the sources and reads the core library once.
    private static readonly Lazy<CSharpCompilation> Sources = new(() => CSharpCompilation.Create(
        AssemblyName,
        EmbeddedFiles.KernelSources().Select(source => Parse(source.Name, source.Text)),
        [MetadataReference.CreateFromImage(EmbeddedFiles.Read(EmbeddedFiles.Runtime), filePath: Path.GetFileName(EmbeddedFiles.Runtime))],
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            deterministic: true,
            nullableContextOptions: NullableContextOptions.Enable)));

    /// <summary>Compiles the kernel of one system.</summary>
    /// <param name="configuration">The generated C# of the system's constants.</param>
    /// <param name="outputPath">Where the assembly is written; its symbols are embedded in it.</param>
    /// <param name="diagnostics">Takes NK2090 for each of the compiler's errors.</param>
    /// <returns>Whether the assembly was written.</returns>
    public static bool TryCompile(string configuration, string outputPath, DiagnosticBag diagnostics)
    {
        var compilation = Sources.Value.AddSyntaxTrees(Parse(ConfigurationFile, configuration));

        EmitResult result;
        using (var output = File.Create(outputPath))
            result = compilation.Emit(output, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded));
        if (result.Success)
            return true;

        File.Delete(outputPath);
        foreach (var error in result.Diagnostics.Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error))
        {
            var place = error.Location.GetLineSpan();
            var location = place.IsValid
                ? new SourceLocation(place.Path, place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1)
                : null;
            diagnostics.Report(BuildingRules.KernelDoesNotCompile, location, error.Id, error.GetMessage());
        }
        return false;
    }

    private static SyntaxTree Parse(string name, string text) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8, SourceHashAlgorithm.Sha256), Language, SourcePrefix + name);
}
