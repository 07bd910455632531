using System.Globalization;
using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0704: entries of a machine's catalogue that no machine can have.</summary>
internal static class CatalogueDeviceInvalid
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0704",
        "Impossible entry of a machine's catalogue",
        "The catalogue of machine '{0}' has {1}: {2}. Correct the entry.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        var machine = system.Machine;
        foreach (var twice in machine.Devices.GroupBy(device => device.Name, StringComparer.Ordinal).Where(same => same.Count() > 1))
            Report($"{twice.Count()} devices called '{twice.Key}'", "a name stands for one device");
        foreach (var device in machine.Devices)
        {
            foreach (var range in device.Ports.Where(range => !range.IsValid))
                Report($"ports {range} of {device}", "a range ends where it starts or later, at 0xFFFF at most");
            foreach (var interrupt in device.Interrupts.Where(interrupt => !OwnedClaim.IsLine(interrupt.Line)))
                Report($"IRQ {interrupt.Line} of {device}", LinesAre);
        }

        foreach (var line in machine.EdgeOnlyLines.Where(line => !OwnedClaim.IsLine(line)))
            Report($"IRQ {line} in EdgeOnlyLines", LinesAre);

        void Report(string entry, string reason) => diagnostics.Report(Descriptor, system.Location, machine.Name, entry, reason);
    }

    private static string LinesAre => "the lines are 0 to " + (Machine.InterruptLineCount - 1).ToString(CultureInfo.InvariantCulture);
}
