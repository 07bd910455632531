using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0245: a device whose ports a partition owns by number, and whose interrupt line nobody does.</summary>
internal static class LineWithoutOwner
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0245",
        "Interrupt line without owner",
        "Partition '{0}' owns the ports of {1}, but nobody owns its line, IRQ {2}: its interrupts are never seen. Give it by OwnsDevice; "
        + "if it is polled, own a device without lines: OwnsDevice(device with {{ Interrupts = [] }}).",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            foreach (var device in system.Machine.Devices.Where(device => !device.IsKernelOwned && !device.IsOptional && !device.Ports.IsEmpty))
            {
                var ports = partition.NamedPorts.FirstOrDefault(claim => Holds(claim.Value, device.Ports[0]));
                if (ports is null || !device.Ports.All(range => partition.NamedPorts.Any(claim => Holds(claim.Value, range))))
                    continue;
                foreach (var interrupt in device.Interrupts)
                {
                    if (!system.Partitions.Any(other => other.InterruptClaims.Any(claim => claim.Line == interrupt.Line)))
                        diagnostics.Report(Descriptor, ports.Location, partition.Name, device.Name, interrupt.Line);
                }
            }
        }
    }

    private static bool Holds(PortRange range, PortRange part) => range.IsValid && range.Start <= part.Start && part.End <= range.End;
}
