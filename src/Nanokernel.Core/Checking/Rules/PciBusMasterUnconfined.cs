using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0236: the processor's page tables do not stand between a bus master and memory, and this kernel drives no IOMMU.</summary>
internal static class PciBusMasterUnconfined
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0236",
        "Bus master reaches all memory",
        "PCI function '{0}' of partition '{1}' may master the bus: it can read and write all memory, that of the kernel{2} too. "
        + "No IOMMU confines it. Leave IsBusMaster out if the partition works without, or trust '{1}' with the machine.",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var (owner, claim) in PciClaim.All(system))
        {
            if (!claim.Value.IsBusMaster)
                continue;
            var others = system.Partitions.Where(partition => !ReferenceEquals(partition, owner)).Select(partition => $"'{partition.Name}'").ToList();
            diagnostics.Report(
                Descriptor, claim.Location, claim.Value.Name, owner.Name, others.Count == 0 ? "" : " and of " + string.Join(", ", others));
        }
    }
}
