using System.Collections.Immutable;
using Nanokernel.Abi;
using Nanokernel.Model;

namespace Nanokernel.Layout;

/// <summary>
/// Where everything of a system lies in physical memory. The same system always has the same layout.
/// <code>
/// 0x00100000  the kernel and its tables; at the end of its 3 MiB the partitions' control pages, then their information pages
/// 0x00400000  the channels, where the kernel's window ends
///             the buffers for bus masters, those that have to lie lowest first
///             the partitions, in the order they were added, each as low as it fits; those of 4 MiB and more at multiples of 4 MiB, so
///             that large pages fit
///             the image slots of partitions that can start anew, as large as their images can be
///             what is kept when the machine restarts: persistent memory, which no loader writes
///             the kernel's trace, behind everything that a loader writes
/// </code>
/// </summary>
/// <param name="Partitions">The partitions' places, by partition index.</param>
/// <param name="Regions">The places of the channels' memory, by region index.</param>
/// <param name="PhysicalMemoryBytes">The first physical address that the system does not use, and so the RAM that it needs.</param>
public sealed record SystemLayout(
    ImmutableArray<PartitionPlacement> Partitions, ImmutableArray<RegionPlacement> Regions, uint PhysicalMemoryBytes)
{
    /// <summary>The first physical address that the kernel does not see.</summary>
    public uint KernelWindowEnd { get; private init; }

    /// <summary>The bytes from <see cref="Abi.VirtualMemoryMap.KernelPhysicalBase"/> on for the kernel, its tables and the symbol tables.</summary>
    public uint KernelBytes => Partitions.Min(partition => partition.ControlPageAddress) - Abi.VirtualMemoryMap.KernelPhysicalBase;

    /// <summary>The places of the buffers for bus masters, by partition index, and in the order of <see cref="CheckedPartition.DmaBuffers"/>.</summary>
    public ImmutableArray<DmaBufferPlacement> DmaBuffers { get; private init; } = [];

    /// <summary>The place of the kernel's trace; null where it keeps none.</summary>
    public TracePlacement? Trace { get; private init; }

    /// <summary>Places a system.</summary>
    public static SystemLayout Solve(CheckedSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        var declared = system.Partitions.OrderBy(partition => partition.DeclarationIndex).ToList();
        var buffers = declared.SelectMany(partition => partition.DmaBuffers.Select(buffer => (Partition: partition, Buffer: buffer))).ToList();
        var solution = LayoutSolver.Solve(
            [.. declared.Select(partition => partition.MemoryBytes)],
            [.. declared.Select(partition => (ulong)partition.ImageSlots * ImageSlot.BytesOf(partition))],
            [.. system.Regions.Select(region => new LayoutSolver.Region(region.Bytes, region.IsKept))],
            [.. buffers.Select(buffer => new LayoutSolver.DmaBuffer(buffer.Buffer.Bytes, buffer.Buffer.Alignment, buffer.Buffer.Limit))]);
        var trace = LayoutSolver.PlaceTrace(solution.End, system.TraceBytes);
        return new SystemLayout(
            [.. system.Partitions.Select(partition => new PartitionPlacement(
                checked((uint)solution.Partitions[partition.DeclarationIndex]),
                partition.MemoryBytes,
                checked((uint)solution.ControlPages[partition.DeclarationIndex]),
                checked((uint)solution.InformationPages[partition.DeclarationIndex]))
            {
                SlotsAddress = checked((uint)solution.Slots[partition.DeclarationIndex]),
                SlotBytes = ImageSlot.BytesOf(partition),
                SlotCount = partition.ImageSlots,
                SlotsVirtualAddress = ShowSlots(system, partition),
            })],
            [.. system.Regions.Zip(solution.Regions, (region, place) => new RegionPlacement(
                checked((uint)place.Physical), checked((uint)place.Virtual), region.Bytes))],
            checked((uint)trace.End))
        {
            KernelWindowEnd = checked((uint)solution.WindowEnd),
            Trace = system.TraceBytes == 0
                ? null
                : new TracePlacement(checked((uint)trace.Address), TraceHeader.RecordsOffset + system.TraceBytes),
            DmaBuffers =
            [
                .. buffers.Zip(solution.DmaBuffers)
                    .Select(placed => new DmaBufferPlacement(
                        placed.First.Partition.Index, placed.First.Buffer.Name, checked((uint)placed.Second), placed.First.Buffer.Bytes))
                    .OrderBy(placement => placement.Partition),
            ],
        };
    }

    /// <summary>Images that can be replaced have different addresses, for a watcher sees those of several partitions.</summary>
    private static uint ShowSlots(CheckedSystem system, CheckedPartition partition) => partition.ImageSlots switch
    {
        0 => 0,
        1 => VirtualMemoryMap.ImageCopy,
        _ => VirtualMemoryMap.ImageSlots + (uint)system.Partitions.Take(partition.Index)
            .Where(before => before.HasReplaceableImage)
            .Sum(before => before.ImageSlots * ImageSlot.BytesOf(before)),
    };

    /// <summary>The places of a partition's buffers for bus masters, in their order.</summary>
    public IEnumerable<DmaBufferPlacement> DmaBuffersOf(CheckedPartition partition)
    {
        ArgumentNullException.ThrowIfNull(partition);
        return DmaBuffers.Where(placement => placement.Partition == partition.Index);
    }
}
