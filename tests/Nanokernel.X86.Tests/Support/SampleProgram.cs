using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Nanokernel.Checking;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Tests;

/// <summary>A C# program on its way through the tool chain: C# compiler, ahead-of-time compiler, object.</summary>
internal sealed class SampleProgram : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Compiles C# to IL, with a PDB beside it.</summary>
    public SampleProgram(string source, string name = "Sample")
    {
        Assembly = _folder.File($"{name}.dll");
        Object = _folder.File($"{name}.obj");
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(source, System.Text.Encoding.UTF8), path: "/src/Sample.cs");
        var compilation = CSharpCompilation.Create(
            name, [tree], [MetadataReference.CreateFromFile(CoreLibrary)],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true));
        using var image = File.Create(Assembly);
        using var pdb = File.Create(Path.ChangeExtension(Assembly, ".pdb"));
        var result = compilation.Emit(image, pdb, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
    }

    public static string CoreLibrary { get; } = Path.Combine(AppContext.BaseDirectory, "corelib", "Nanokernel.Runtime.dll");

    public string Assembly { get; }

    public string Object { get; }

    public string[] Inputs => [Assembly, CoreLibrary];

    /// <summary>Compiles IL to an object.</summary>
    public bool TryCompile(bool wholeProgram, DiagnosticBag diagnostics) => IlcCompiler.TryCompile(
        new IlcRequest { Inputs = Inputs, Output = Object, SystemModule = "Nanokernel.Runtime", WholeProgram = wholeProgram }, diagnostics);

    /// <summary>Compiles IL to the bytes of an object.</summary>
    public byte[] Compile(bool wholeProgram)
    {
        var diagnostics = new DiagnosticBag();
        Assert.True(TryCompile(wholeProgram, diagnostics), string.Join('\n', diagnostics));
        return File.ReadAllBytes(Object);
    }

    public void Dispose() => _folder.Dispose();
}
