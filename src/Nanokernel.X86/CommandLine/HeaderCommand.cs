using System.CommandLine;
using Nanokernel.X86.Guests;

namespace Nanokernel.X86.CommandLine;

/// <summary><c>header</c>: writes what partitions in C are built with.</summary>
internal static class HeaderCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder")
        {
            Description = "Where the files go; by default the current folder.",
            DefaultValueFactory = _ => new DirectoryInfo(Directory.GetCurrentDirectory()),
        };
        var command = new Command("header", "Write nanokernel.h, and the start-up and linker script of partitions in C.") { folder };
        command.SetAction(arguments =>
        {
            foreach (var path in GuestFiles.Write(arguments.GetRequiredValue(folder).FullName))
                Console.Out.WriteLine(path);
        });
        return command;
    }
}
