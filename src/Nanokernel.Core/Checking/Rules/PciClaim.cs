using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>All claims of PCI functions with their owners, in the order in which they were written.</summary>
internal static class PciClaim
{
    internal static IEnumerable<(PartitionDeclaration Owner, Stated<PciFunction> Claim)> All(SystemDeclaration system) =>
        system.Partitions.SelectMany(partition => partition.PciFunctions.Select(function => (partition, function)));
}
