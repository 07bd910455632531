using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0209: some devices of the catalogue are there to say what they are, not to be owned.</summary>
internal static class DeviceReserved
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0209",
        "Device of the kernel",
        "The {0}, claimed by partition '{1}', is driven by the kernel only: {2}. Remove the claim.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            foreach (var device in partition.Devices.Where(device => device.Value.IsKernelOwned))
                diagnostics.Report(Descriptor, device.Location, device.Value, partition.Name, device.Value.KernelReason);
        }
    }
}
