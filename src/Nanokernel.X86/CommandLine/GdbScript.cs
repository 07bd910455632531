using System.Globalization;
using Nanokernel.X86.Building;
using Nanokernel.X86.Emulation;

namespace Nanokernel.X86.CommandLine;

/// <summary>Writes <c>NAME.gdb</c> beside an image: it loads the symbols that the build made and connects to the machine that waits.</summary>
internal static class GdbScript
{
    /// <summary>The port that QEMU's documentation and editors take for granted.</summary>
    public const int DefaultPort = 1234;

    /// <summary>Writes the script.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="EmulationException">NK3011: the image has no files for debuggers. NK3012: the script cannot be written.</exception>
    public static string Write(string image, int port)
    {
        var commands = Path.Combine(DebugFiles.FolderOf(image), DebugCommands.FileName);
        if (!File.Exists(commands))
            throw new EmulationException(EmulationRules.DebugFilesNotFound, image, commands);
        var script = Path.ChangeExtension(image, ".gdb");
        try
        {
            // SOURCE takes all of its line for the path.
            File.WriteAllText(script, string.Create(
                CultureInfo.InvariantCulture, $"source {commands.Replace('\\', '/')}\ntarget remote 127.0.0.1:{port}\n"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EmulationException(EmulationRules.DebugScriptNotWritable, script, exception.Message);
        }

        return script;
    }
}
