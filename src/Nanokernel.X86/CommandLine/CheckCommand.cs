using System.CommandLine;
using Nanokernel.Checking;
using Nanokernel.X86.Building;

namespace Nanokernel.X86.CommandLine;

/// <summary><c>check</c>: runs every rule and makes nothing.</summary>
internal static class CheckCommand
{
    public static Command Create(SystemBuilder system)
    {
        var command = new Command("check", "Run every rule over the system and its partitions; make nothing.");
        command.SetAction(_ =>
        {
            var diagnostics = new DiagnosticBag();
            var passed = CheckedDeclaration.TryRead(system, diagnostics, out var declaration);
            var exitCode = Findings.Print(diagnostics);
            if (passed)
                Console.Out.WriteLine($"{system.Name}: {declaration!.System.Partitions.Length} partitions, {declaration.System.Channels.Length} channels, no errors.");
            return exitCode;
        });
        return command;
    }
}
