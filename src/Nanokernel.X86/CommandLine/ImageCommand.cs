using System.CommandLine;
using Nanokernel.Checking;
using Nanokernel.X86.Building;

namespace Nanokernel.X86.CommandLine;

/// <summary><c>image</c>: checks and writes the image with its map and JSON; what <c>dotnet build</c> calls.</summary>
internal static class ImageCommand
{
    public static Command Create(SystemBuilder system)
    {
        var options = new BuildOptions();
        var command = new Command("image", "Check the system and write its bootable image, with map and JSON beside it.");
        options.AddTo(command);
        command.SetAction(arguments => TryBuild(system, options.Read(arguments)) ? 0 : 1);
        return command;
    }

    /// <summary>Makes the image and prints findings and what was made.</summary>
    public static bool TryBuild(SystemBuilder system, ImageOptions options)
    {
        var diagnostics = new DiagnosticBag();
        var built = ImageBuilder.TryBuild(system, options, diagnostics, out var image);
        Findings.Print(diagnostics);
        if (built)
            Console.Out.WriteLine($"{system.Name} -> {image!.ImagePath}");
        return built;
    }
}
