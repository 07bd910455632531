using System.Collections.Immutable;
using Nanokernel.Model;

namespace Nanokernel.Layout;

/// <summary>
/// Where everything of a system lies in physical memory. The same system always has the same layout.
/// <code>
/// 0x00100000  the kernel and its tables
/// 0x00400000  the partitions, in the order they were added; those of 4 MiB and more at multiples of 4 MiB, so that large pages fit
///             the partitions' control pages, then their information pages
///             the queues
/// </code>
/// </summary>
/// <param name="Partitions">The partitions' places, by partition index.</param>
/// <param name="Queues">The queues' places, by queue index.</param>
/// <param name="PhysicalMemoryBytes">The first physical address that the system does not use, and so the RAM that it needs.</param>
public sealed record SystemLayout(
    ImmutableArray<PartitionPlacement> Partitions, ImmutableArray<QueuePlacement> Queues, uint PhysicalMemoryBytes)
{
    /// <summary>Places a system.</summary>
    public static SystemLayout Solve(CheckedSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        var solution = LayoutSolver.Solve(
            [.. system.Partitions.OrderBy(partition => partition.DeclarationIndex).Select(partition => partition.MemoryBytes)],
            [.. system.Queues.Select(queue => LayoutSolver.QueueBytes(queue.SlotCount, queue.SlotStride))]);
        return new SystemLayout(
            [.. system.Partitions.Select(partition => new PartitionPlacement(
                checked((uint)solution.Partitions[partition.DeclarationIndex]),
                partition.MemoryBytes,
                checked((uint)solution.ControlPages[partition.DeclarationIndex]),
                checked((uint)solution.InformationPages[partition.DeclarationIndex])))],
            [.. system.Queues.Select(queue => new QueuePlacement(
                checked((uint)solution.Queues[queue.Index].Physical),
                checked((uint)solution.Queues[queue.Index].Virtual),
                checked((uint)LayoutSolver.QueueBytes(queue.SlotCount, queue.SlotStride))))],
            checked((uint)solution.End));
    }
}
