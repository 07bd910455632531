using System.Collections.Immutable;
using Nanokernel.Abi;

namespace Nanokernel.Layout;

/// <summary>
/// The arithmetic of <see cref="SystemLayout"/>. It takes bare sizes and computes in 64 bits, so that the memory rules can ask it about
/// systems that do not fit.
/// </summary>
internal static class LayoutSolver
{
    /// <summary>A large page, and the alignment of partitions that one fits into.</summary>
    internal const ulong LargePageSize = 0x40_0000;

    /// <summary>Where things lie, in the order their sizes were given.</summary>
    internal sealed record Solution(
        ImmutableArray<ulong> Partitions,
        ImmutableArray<ulong> ControlPages,
        ImmutableArray<ulong> InformationPages,
        ImmutableArray<(ulong Physical, ulong Virtual)> Queues,
        ulong End,
        ulong ChannelEnd);

    internal static ulong QueueBytes(int slotCount, int slotStride) =>
        AlignUp(QueueHeader.SlotsOffset + (ulong)slotCount * (ulong)slotStride, VirtualMemoryMap.PageSize);

    internal static Solution Solve(ReadOnlySpan<uint> partitionBytes, ReadOnlySpan<ulong> queueBytes)
    {
        ulong next = VirtualMemoryMap.KernelPhysicalEnd;
        var partitions = ImmutableArray.CreateBuilder<ulong>(partitionBytes.Length);
        foreach (var bytes in partitionBytes)
        {
            next = AlignUp(next, bytes >= LargePageSize ? LargePageSize : VirtualMemoryMap.PageSize);
            partitions.Add(next);
            next += bytes;
        }

        next = AlignUp(next, VirtualMemoryMap.PageSize);
        var controlPages = TakePages(partitionBytes.Length, ref next);
        var informationPages = TakePages(partitionBytes.Length, ref next);

        ulong nextChannel = VirtualMemoryMap.ChannelBase;
        var queues = ImmutableArray.CreateBuilder<(ulong, ulong)>(queueBytes.Length);
        foreach (var bytes in queueBytes)
        {
            queues.Add((next, nextChannel));
            next += bytes;
            nextChannel += bytes;
        }

        return new Solution(partitions.MoveToImmutable(), controlPages, informationPages, queues.MoveToImmutable(), next, nextChannel);
    }

    private static ImmutableArray<ulong> TakePages(int count, ref ulong next)
    {
        var pages = ImmutableArray.CreateBuilder<ulong>(count);
        for (var index = 0; index < count; index++, next += VirtualMemoryMap.PageSize)
            pages.Add(next);
        return pages.MoveToImmutable();
    }

    private static ulong AlignUp(ulong value, ulong alignment) => (value + alignment - 1) & ~(alignment - 1);
}
