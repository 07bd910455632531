using System.Diagnostics;
using Nanokernel.Checking;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Building;

/// <summary>Compiles assemblies to one object with the NativeAOT compiler, unless the object of the last build still holds.</summary>
internal sealed class ObjectCompiler
{
    private const string SystemModule = "Nanokernel.Runtime";

    private readonly ImageOptions _options;

    /// <summary>Makes the intermediate folder, with the core library in it.</summary>
    public ObjectCompiler(ImageOptions options)
    {
        _options = options;
        Cache = new StepCache(options.IntermediateFolder, options.CommonFolder);
        RuntimePath = Cache.PathOf(SystemModule + ".dll");
        EmbeddedFiles.Extract(EmbeddedFiles.Runtime, RuntimePath);
    }

    /// <summary>The intermediate files.</summary>
    public StepCache Cache { get; }

    /// <summary>The core library.</summary>
    public string RuntimePath { get; }

    /// <summary>Compiles.</summary>
    /// <param name="name">The name of the program, and of its files in the intermediate folder.</param>
    /// <param name="assemblies">The program's assemblies; the core library is added.</param>
    /// <param name="optimize">Whether the code is optimised.</param>
    /// <param name="diagnostics">Takes the compiler's errors.</param>
    /// <returns>What was compiled, or null when there were errors.</returns>
    public CompiledProgram? Compile(string name, IReadOnlyList<string> assemblies, bool optimize, DiagnosticBag diagnostics)
    {
        var request = new IlcRequest
        {
            Inputs = [.. assemblies, RuntimePath],
            Output = Cache.PathOf(name + ".obj"),
            SystemModule = SystemModule,
            WholeProgram = _options.WholeProgram,
            Optimize = optimize,
            CompilerPath = _options.IlcPath,
        };
        var settings = $"{_options.IlcPath ?? IlcPackage.DefaultCompilerPath} whole-program={_options.WholeProgram} optimize={optimize}";
        var clock = Stopwatch.StartNew();
        var (succeeded, ran) = Cache.Run(request.Output, request.Inputs, settings, () => IlcCompiler.TryCompile(request, diagnostics));
        if (ran)
            _options.Progress?.Invoke($"  {name}: IL to IA-32 in {clock.Elapsed.TotalSeconds:F1} s");
        return succeeded && CoffReader.TryRead(request.Output, File.ReadAllBytes(request.Output), diagnostics, out var code)
            ? new CompiledProgram(code, MethodNames.Load(request.Inputs))
            : null;
    }
}
