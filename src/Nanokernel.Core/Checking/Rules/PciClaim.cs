using Nanokernel.Abi;
using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>All claims of PCI functions with their owners, in the order in which they were written.</summary>
internal static class PciClaim
{
    internal static IEnumerable<(PartitionDeclaration Owner, Stated<PciFunction> Claim)> All(SystemDeclaration system) =>
        system.Partitions.SelectMany(partition => partition.PciFunctions.Select(function => (partition, function)));

    /// <summary>The bytes that a BAR takes of the owner's addresses: the pages of its memory, none for ports and sizes that cannot be.</summary>
    internal static long BytesOf(PciBar bar) =>
        bar.Kind == PciBarKind.Memory && bar.Size is > 0 and <= VirtualMemoryMap.DeviceMemoryBytes
            ? (bar.Size + VirtualMemoryMap.PageSize - 1L) / VirtualMemoryMap.PageSize * VirtualMemoryMap.PageSize
            : 0;

    /// <summary>The same for all functions of a partition.</summary>
    internal static long BytesOf(PartitionDeclaration partition) => partition.PciFunctions.SelectMany(function => function.Value.Bars).Sum(BytesOf);
}
