using Nanokernel.Abi;
using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0235: the memory of a partition's PCI functions and devices does not fit into the addresses that it has for them.</summary>
internal static class PciMemoryExceeded
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0235",
        "More PCI memory than its addresses",
        "With {0} of PCI function '{1}', partition '{2}' has {3} of device memory; it can see {4}. Leave out BARs that it does not use, "
        + "or give functions to another partition.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            var bytes = DeviceMemoryClaim.BytesOf(partition);
            foreach (var function in partition.PciFunctions)
            {
                foreach (var bar in function.Value.Bars)
                {
                    var before = bytes;
                    bytes += PciClaim.BytesOf(bar);
                    if (before <= VirtualMemoryMap.DeviceMemoryBytes && bytes > VirtualMemoryMap.DeviceMemoryBytes)
                    {
                        diagnostics.Report(
                            Descriptor, function.Location, bar, function.Value.Name, partition.Name, new ByteSize(bytes), new ByteSize(VirtualMemoryMap.DeviceMemoryBytes));
                    }
                }
            }
        }
    }
}
