using CliWrap;
using CliWrap.Buffered;
using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>
/// Runs the stock NativeAOT compiler. It writes IA-32 COFF when told that the target is Windows on x86; nothing else of Windows is in
/// the code.
/// </summary>
public static class IlcCompiler
{
    /// <summary>Compiles assemblies to an object.</summary>
    /// <param name="request">What to compile.</param>
    /// <param name="diagnostics">Receives the compiler's errors, as NK2xxx with its own words kept.</param>
    /// <returns>Whether the object was written.</returns>
    public static bool TryCompile(IlcRequest request, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (FindCompiler(request, diagnostics) is not { } compiler || !CheckInputs(request, diagnostics))
            return false;
        if (Path.GetDirectoryName(Path.GetFullPath(request.Output)) is { } folder)
            Directory.CreateDirectory(folder);
        // A stale object must not pass for a new one.
        File.Delete(request.Output);
        return Run(compiler, request, diagnostics);
    }

    private static string? FindCompiler(IlcRequest request, DiagnosticBag diagnostics)
    {
        if (request.CompilerPath is null && !IlcPackage.IsHostSupported)
        {
            diagnostics.Report(ToolchainRules.HostNotSupported, null, IlcPackage.HostIdentifier, string.Join(", ", IlcPackage.Hosts));
            return null;
        }
        var path = request.CompilerPath ?? IlcPackage.DefaultCompilerPath;
        if (File.Exists(path))
            return path;
        diagnostics.Report(ToolchainRules.CompilerMissing, null, path, IlcPackage.Name, IlcPackage.Version);
        return null;
    }

    private static bool CheckInputs(IlcRequest request, DiagnosticBag diagnostics)
    {
        var missing = request.Inputs.Where(i => !File.Exists(i)).ToList();
        foreach (var input in missing)
            diagnostics.Report(ToolchainRules.InputMissing, null, input);
        return missing.Count == 0;
    }

    private static bool Run(string compiler, IlcRequest request, DiagnosticBag diagnostics)
    {
        BufferedCommandResult result;
        try
        {
            result = Cli.Wrap(compiler)
                .WithArguments(MakeArguments(request))
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync()
                .GetAwaiter().GetResult();
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            diagnostics.Report(ToolchainRules.CompilerCrashed, null, compiler, "a failure to start", request.Inputs[0], e.Message);
            return false;
        }
        var before = diagnostics.Count;
        IlcMessageTranslator.Translate(result.StandardOutput + "\n" + result.StandardError, request, diagnostics);
        var hasObject = result.ExitCode == 0 && File.Exists(request.Output);
        if (!hasObject && diagnostics.Count == before)
        {
            var words = (result.StandardError + result.StandardOutput).Trim();
            diagnostics.Report(
                ToolchainRules.CompilerCrashed, null,
                compiler, $"exit code {result.ExitCode}", request.Inputs[0], words.Length == 0 ? "(none)" : words);
        }
        return hasObject && diagnostics.Count == before;
    }

    private static List<string> MakeArguments(IlcRequest request)
    {
        var arguments = new List<string>(request.Inputs)
        {
            $"--systemmodule:{request.SystemModule}",
            "--targetos:windows",
            "--targetarch:x86",
            "--nativelib",
            "-g",
            $"--out:{request.Output}",
        };
        if (request.Optimize)
            arguments.Add("-O");
        if (!request.WholeProgram)
            arguments.Add("--noscan");
        return arguments;
    }
}
