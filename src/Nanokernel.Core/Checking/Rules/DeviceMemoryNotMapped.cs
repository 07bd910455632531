using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0213: the catalogue knows the memory of devices, the kernel does not map it yet; the build says so.</summary>
internal static class DeviceMemoryNotMapped
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0213",
        "Device memory that is not mapped",
        "Partition '{0}' owns {1}, but its memory at {2} is not mapped into partitions in this version; its ports are.",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            foreach (var device in partition.Devices.Where(device => !device.Value.Memory.IsEmpty))
                diagnostics.Report(Descriptor, device.Location, partition.Name, device.Value, string.Join(", ", device.Value.Memory));
        }
    }
}
