using System.CommandLine;
using System.Globalization;
using Nanokernel.Checking;
using Nanokernel.X86.Building;

namespace Nanokernel.X86.CommandLine;

/// <summary><c>create-key</c>: makes a key that images are signed with.</summary>
internal static class CreateKeyCommand
{
    public static Command Create()
    {
        var path = new Argument<FileInfo>("path")
        {
            Description = $"Where the private key goes; the public one goes beside it, to NAME{KeyPairFiles.PublicExtension}.",
        };
        var bits = new Option<string>("--bits")
        {
            Description = "The size of the key: 2048, 3072 or 4096 bits.",
            HelpName = "bits",
            DefaultValueFactory = _ => "3072",
        }.AcceptOnlyFromAmong("2048", "3072", "4096");
        var command = new Command("create-key", "Make a key to sign images with, and its public half for the system.") { path, bits };
        command.SetAction(arguments => Run(
            arguments.GetRequiredValue(path).ToString(), int.Parse(arguments.GetRequiredValue(bits), CultureInfo.InvariantCulture)));
        return command;
    }

    private static int Run(string path, int bits)
    {
        var diagnostics = new DiagnosticBag();
        if (KeyPairFiles.TryWrite(path, bits, diagnostics))
        {
            Console.Out.WriteLine($"{path}: the private key, of {bits} bits. Whoever has it signs images: keep it out of the repository.");
            Console.Out.WriteLine($"{KeyPairFiles.PublicPathOf(path)}: the public key. The system names it, and it goes into the repository.");
        }

        return Findings.Print(diagnostics);
    }
}
