using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0808: a device goes on while its owner starts anew. PCI functions do not: the kernel silences them itself.</summary>
internal static class DeviceNotQuieted
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0808",
        "Device that a restart does not quiet",
        "Partition '{0}' can start anew, {1}, but nothing quiets its device {2}, which {3}: it may go on meanwhile. "
        + "State the bytes that quiet it in its QuietWrites.",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions.Where(partition => FaultTable.IsRestartable(system, partition)))
        {
            foreach (var claims in partition.Devices.Where(device => device.Value.QuietWrites.IsEmpty).GroupBy(device => device.Value.Name))
            {
                var device = claims.First();
                if (Activity(device.Value) is { } activity)
                    diagnostics.Report(Descriptor, device.Location, partition.Name, Occasion(system, partition), device.Value, activity);
            }
        }
    }

    private static string? Activity(Device device)
    {
        var lines = string.Join(", ", device.Interrupts.Select(line => $"IRQ {line.Line}"));
        return (lines.Length > 0, device.IsBusMaster) switch
        {
            (true, true) => $"has {lines} and is a bus master",
            (true, false) => $"has {lines}",
            (false, true) => "is a bus master",
            _ => null,
        };
    }

    private static string Occasion(SystemDeclaration system, PartitionDeclaration partition) => FaultTable.RestartsItself(partition)
        ? "after a fault"
        : $"when '{FaultTable.WatchersOf(system, partition).First()}' asks for it";
}
