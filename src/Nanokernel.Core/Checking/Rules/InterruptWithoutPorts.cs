using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>
/// NK0211: an interrupt line claimed by number whose device another partition drives: its owner could not serve the device.
/// </summary>
internal static class InterruptWithoutPorts
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0211",
        "Interrupt line without the device's ports",
        "Partition '{0}' owns IRQ {1}, the line of {2}, but partition '{3}' owns the ports of {2}."
        + " Give both to one partition: OwnsDevice does.{4}",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            foreach (var interrupt in partition.NamedInterrupts)
                CheckLine(system, partition, interrupt, diagnostics);
        }
    }

    private static void CheckLine(
        SystemDeclaration system, PartitionDeclaration partition, Stated<DeviceInterrupt> interrupt, DiagnosticBag diagnostics)
    {
        var devices = system.Machine.Devices.Where(device => device.Interrupts.Any(line => line.Line == interrupt.Value.Line)).ToList();
        if (devices.Exists(device => OwnerOf(device, partition) is not null))
            return;
        foreach (var device in devices.Where(device => !device.IsKernelOwned))
        {
            foreach (var other in system.Partitions.Where(other => !ReferenceEquals(other, partition)))
            {
                if (OwnerOf(device, other) is not { } ports)
                    continue;
                diagnostics.ReportPair(
                    Descriptor, interrupt.Location, ports.Location, partition.Name, interrupt.Value.Line, device.Name, other.Name);
                return;
            }
        }
    }

    private static PortClaim? OwnerOf(Device device, PartitionDeclaration partition) => partition.PortClaims.FirstOrDefault(
        claim => claim.Range.IsValid && device.Ports.Any(range => range.Overlaps(claim.Range)));
}
