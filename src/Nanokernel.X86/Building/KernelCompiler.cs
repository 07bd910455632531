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

    /// <summary>Compiles the kernel of one system.</summary>
    /// <param name="configuration">The generated C# of the system's constants.</param>
    /// <param name="runtimePath">The path of <c>Nanokernel.Runtime.dll</c>.</param>
    /// <param name="outputPath">Where the assembly is written; its symbols are embedded in it.</param>
    /// <param name="diagnostics">Takes NK2090 for each of the compiler's errors.</param>
    /// <returns>Whether the assembly was written.</returns>
    public static bool TryCompile(string configuration, string runtimePath, string outputPath, DiagnosticBag diagnostics)
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp14);
        var trees = EmbeddedFiles.KernelSources()
            .Append((ConfigurationFile, configuration))
            .Select(source => CSharpSyntaxTree.ParseText(
                SourceText.From(source.Item2, Encoding.UTF8, SourceHashAlgorithm.Sha256), parse, SourcePrefix + source.Item1));
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            deterministic: true,
            nullableContextOptions: NullableContextOptions.Enable);
        var compilation = CSharpCompilation.Create(AssemblyName, trees, [MetadataReference.CreateFromFile(runtimePath)], options);

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
}
