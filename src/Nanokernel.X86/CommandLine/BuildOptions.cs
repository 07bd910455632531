using System.CommandLine;
using System.Reflection;
using Nanokernel.X86.Building;

namespace Nanokernel.X86.CommandLine;

/// <summary>The options of every command that makes an image.</summary>
/// <param name="hasOutput">Whether the image itself is written.</param>
internal sealed class BuildOptions(bool hasOutput = true)
{
    private readonly Option<FileInfo> _output = new("--output", "-o")
    {
        Description = "The image to write.",
        HelpName = "file",
        DefaultValueFactory = _ => new FileInfo(DefaultImagePath),
    };

    private readonly Option<DirectoryInfo?> _intermediate = new("--intermediate")
    {
        Description = "The folder of intermediate files; by default 'nanokernel' beside the image.",
        HelpName = "folder",
    };

    private readonly Option<string> _configuration = new("--configuration", "-c")
    {
        Description = "Release compiles whole programs; Debug compiles faster and keeps methods apart.",
        DefaultValueFactory = _ => "Release",
    };

    private readonly Option<bool> _withoutOptimization = new("--no-optimization")
    {
        Description = "Compile partitions so that each line has code of its own, for debuggers.",
    };

    private readonly Option<FileInfo?> _compiler = new("--ilc")
    {
        Description = "The NativeAOT compiler to use instead of the one in NuGet's packages folder.",
        HelpName = "file",
    };

    /// <summary>Where the build puts a system's image: beside the system's own assembly, under its name.</summary>
    public static string DefaultImagePath => Path.Combine(
        AppContext.BaseDirectory, (Assembly.GetEntryAssembly()?.GetName().Name ?? "system") + ".elf");

    /// <summary>The options of an image that is made because it is to be run and is not there.</summary>
    public static ImageOptions For(string output) => new()
    {
        OutputPath = output,
        IntermediateFolder = Path.Combine(Path.GetDirectoryName(output)!, "nanokernel"),
        OptimizePartitions = !AppContext.TryGetSwitch("Nanokernel.OptimizePartitions", out var optimize) || optimize,
        Progress = Console.Out.WriteLine,
    };

    public void AddTo(Command command)
    {
        _configuration.AcceptOnlyFromAmong("Debug", "Release");
        if (hasOutput)
            command.Add(_output);
        command.Add(_intermediate);
        command.Add(_configuration);
        command.Add(_withoutOptimization);
        command.Add(_compiler);
    }

    public ImageOptions Read(ParseResult arguments)
    {
        var options = For(hasOutput ? arguments.GetRequiredValue(_output).FullName : DefaultImagePath);
        return options with
        {
            IntermediateFolder = arguments.GetValue(_intermediate)?.FullName ?? options.IntermediateFolder,
            WholeProgram = arguments.GetValue(_configuration) != "Debug",
            OptimizePartitions = options.OptimizePartitions && !arguments.GetValue(_withoutOptimization),
            IlcPath = arguments.GetValue(_compiler)?.FullName,
        };
    }
}
