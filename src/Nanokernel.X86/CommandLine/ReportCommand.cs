using System.CommandLine;
using Nanokernel.Checking;
using Nanokernel.Reporting;
using Nanokernel.X86.Building;

namespace Nanokernel.X86.CommandLine;

/// <summary><c>report</c>: who owns what, and where it lies.</summary>
internal static class ReportCommand
{
    public static Command Create(SystemBuilder system)
    {
        var json = new Option<bool>("--json") { Description = "Print JSON instead of text: NAME.json without what only a made image has, its sizes and SHA-256." };
        var command = new Command("report", "Print who owns what: partitions, memory, ports, interrupt lines, queues.") { json };
        command.SetAction(arguments =>
        {
            var diagnostics = new DiagnosticBag();
            if (!CheckedDeclaration.TryRead(system, diagnostics, out var declaration))
                return Findings.Print(diagnostics);
            var report = SystemReport.Create(declaration.System, declaration.Layout);
            Console.Out.WriteLine(arguments.GetValue(json) ? report.ToJson() : report.ToText());
            return 0;
        });
        return command;
    }
}
