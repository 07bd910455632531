using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0236: the processor's page tables do not stand between a bus master and memory, and this kernel drives no IOMMU.</summary>
internal static class BusMasterUnconfined
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0236",
        "Bus master reaches all memory",
        "{0} '{1}' of partition '{2}' may master the bus: it can read and write all memory, that of the kernel{3} too. "
        + "No IOMMU confines it. Leave IsBusMaster out if the partition works without, or trust '{2}' with the machine.",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var owner in system.Partitions)
        {
            foreach (var device in owner.Devices.Where(device => device.Value.IsBusMaster).GroupBy(device => device.Value.Name).Select(claims => claims.First()))
                Report(system, owner, "Device", device.Value.Name, device.Location, diagnostics);
            foreach (var function in owner.PciFunctions.Where(function => function.Value.IsBusMaster))
                Report(system, owner, "PCI function", function.Value.Name, function.Location, diagnostics);
        }
    }

    private static void Report(
        SystemDeclaration system, PartitionDeclaration owner, string kind, string name, SourceLocation? location, DiagnosticBag diagnostics)
    {
        var others = system.Partitions.Where(partition => !ReferenceEquals(partition, owner)).Select(partition => $"'{partition.Name}'").ToList();
        diagnostics.Report(Descriptor, location, kind, name, owner.Name, others.Count == 0 ? "" : " and of " + string.Join(", ", others));
    }
}
