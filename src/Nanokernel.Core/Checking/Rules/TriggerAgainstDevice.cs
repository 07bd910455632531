using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0243: a line claimed by number with a trigger that the device on it, whose ports the partition owns, does not use.</summary>
internal static class TriggerAgainstDevice
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0243",
        "Trigger that the device does not use",
        "Partition '{0}' states IRQ {1} as {2}-triggered, but {3}, whose ports it owns, is {4}-triggered in the catalogue of machine "
        + "'{5}': interrupts can be lost, or come for ever. State InterruptTrigger.{6}, or give it by OwnsDevice.",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            foreach (var interrupt in partition.NamedInterrupts)
            {
                var (line, trigger) = interrupt.Value;
                var device = system.Machine.Devices.FirstOrDefault(
                    device => device.Interrupts.Any(other => other.Line == line && other.Trigger != trigger) && Drives(partition, device));
                if (device is null || partition.Devices.Any(owned => owned.Value.Interrupts.Any(other => other.Line == line)))
                    continue;
                var other = trigger == InterruptTrigger.Edge ? InterruptTrigger.Level : InterruptTrigger.Edge;
                diagnostics.Report(
                    Descriptor, interrupt.Location, partition.Name, line, Name(trigger), device.Name, Name(other), system.Machine.Name, other);
            }
        }
    }

    private static bool Drives(PartitionDeclaration partition, Device device) => partition.PortClaims.Any(
        claim => claim.Range.IsValid && device.Ports.Any(range => range.Overlaps(claim.Range)));

    private static string Name(InterruptTrigger trigger) => trigger == InterruptTrigger.Edge ? "edge" : "level";
}
