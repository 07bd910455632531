using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0223: what is written back comes to the device at some time; that is good enough for memory and for nothing else.</summary>
internal static class WriteBackDevice
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0223",
        "Write-back memory of a device that acts",
        "The memory {0} of {1}, claimed by partition '{2}', is write-back, but {1} has {3}, so it does more than keep data: what is"
        + " written would reach it late or never, and what it writes would not be seen. State another kind of caching.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            foreach (var claim in DeviceMemoryClaim.Of(partition).Where(claim => claim.Memory.Caching == MemoryCaching.WriteBack))
            {
                if (FindAction(claim.Device) is { } action)
                    diagnostics.Report(Descriptor, claim.Location, claim.Memory, claim.Device, partition.Name, action);
            }
        }
    }

    private static string? FindAction(Device device) =>
        !device.Interrupts.IsEmpty ? $"IRQ {device.Interrupts[0].Line}" : !device.Ports.IsEmpty ? $"ports {device.Ports[0]}" : null;
}
