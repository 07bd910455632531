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

    // The path of an image and its arguments, which a loader puts behind what it loads.
    private const ulong LoaderStrings = 0x4000;

    /// <summary>Where things lie, in the order their sizes were given.</summary>
    internal sealed record Solution(
        ImmutableArray<ulong> Partitions,
        ImmutableArray<ulong> ControlPages,
        ImmutableArray<ulong> InformationPages,
        ImmutableArray<(ulong Physical, ulong Virtual)> Regions,
        ImmutableArray<ulong> DmaBuffers,
        ImmutableArray<ulong> Slots,
        ulong WindowEnd,
        ulong End);

    /// <summary>A buffer for a bus master to be placed.</summary>
    internal readonly record struct DmaBuffer(ulong Bytes, ulong Alignment, ulong Limit);

    /// <summary>Memory of a channel to be placed, whole pages.</summary>
    internal readonly record struct Region(ulong Bytes, bool IsKept);

    /// <summary>Places everything.</summary>
    /// <param name="partitionBytes">The memory of each partition.</param>
    /// <param name="slotBytes">For each partition, the bytes of its image slots; 0 for none.</param>
    /// <param name="regions">The memory of the channels.</param>
    /// <param name="dmaBuffers">The buffers for bus masters.</param>
    internal static Solution Solve(
        ReadOnlySpan<uint> partitionBytes, ReadOnlySpan<ulong> slotBytes, ReadOnlySpan<Region> regions, ReadOnlySpan<DmaBuffer> dmaBuffers)
    {
        // What the kernel sees comes first, so that its window ends as low as can be.
        var nextPage = VirtualMemoryMap.KernelPhysicalEnd - 2 * (ulong)partitionBytes.Length * VirtualMemoryMap.PageSize;
        var controlPages = TakePages(partitionBytes.Length, ref nextPage);
        var informationPages = TakePages(partitionBytes.Length, ref nextPage);

        ulong next = VirtualMemoryMap.KernelPhysicalEnd;
        var places = new ulong[regions.Length];
        for (var index = 0; index < regions.Length; index++)
        {
            if (regions[index].IsKept)
                continue;
            places[index] = next;
            next += regions[index].Bytes;
        }

        var free = new FreeMemory(next);
        var buffers = PlaceBuffers(dmaBuffers, free);
        var partitions = ImmutableArray.CreateBuilder<ulong>(partitionBytes.Length);
        foreach (var bytes in partitionBytes)
            partitions.Add(free.Take(bytes, bytes >= LargePageSize ? LargePageSize : VirtualMemoryMap.PageSize));

        var slots = ImmutableArray.CreateBuilder<ulong>(slotBytes.Length);
        foreach (var bytes in slotBytes)
            slots.Add(bytes == 0 ? 0 : free.Take(bytes, VirtualMemoryMap.PageSize));

        // A loader may write all that lies between the first and the last thing that it loads, and its strings: what is kept lies behind.
        var end = PlaceKept(regions, places, free.End);
        return new Solution(partitions.MoveToImmutable(), controlPages, informationPages, Show(regions, places), buffers, slots.MoveToImmutable(), next, end);
    }

    private static ulong PlaceKept(ReadOnlySpan<Region> regions, ulong[] places, ulong end)
    {
        var next = end + LoaderStrings;
        for (var index = 0; index < regions.Length; index++)
        {
            if (!regions[index].IsKept)
                continue;
            places[index] = next;
            end = next += regions[index].Bytes;
        }

        return end;
    }

    /// <summary>In every address space the regions lie one behind the other, in their order.</summary>
    private static ImmutableArray<(ulong Physical, ulong Virtual)> Show(ReadOnlySpan<Region> regions, ulong[] places)
    {
        ulong next = VirtualMemoryMap.ChannelBase;
        var shown = ImmutableArray.CreateBuilder<(ulong, ulong)>(regions.Length);
        for (var index = 0; index < regions.Length; index++)
        {
            shown.Add((places[index], next));
            next += regions[index].Bytes;
        }

        return shown.MoveToImmutable();
    }

    /// <summary>
    /// Puts a trace behind everything that a loader writes. A Multiboot loader may write all from the first segment to the last at every
    /// start, what lies between them too, and its strings behind them.
    /// </summary>
    /// <param name="end">The end of everything else.</param>
    /// <param name="bytes">The bytes of its events; 0 for no trace.</param>
    internal static (ulong Address, ulong End) PlaceTrace(ulong end, ulong bytes) =>
        bytes == 0 ? (end, end) : (end + LoaderStrings, end + LoaderStrings + TraceHeader.RecordsOffset + bytes);

    /// <summary>The buffer that has to lie lowest goes first.</summary>
    private static ImmutableArray<ulong> PlaceBuffers(ReadOnlySpan<DmaBuffer> buffers, FreeMemory free)
    {
        var limits = new ulong[buffers.Length];
        for (var index = 0; index < buffers.Length; index++)
            limits[index] = buffers[index].Limit;
        var places = new ulong[buffers.Length];
        foreach (var index in Enumerable.Range(0, limits.Length).OrderBy(index => limits[index]))
            places[index] = free.Take(buffers[index].Bytes, buffers[index].Alignment);
        return ImmutableArray.Create(places);
    }

    private static ImmutableArray<ulong> TakePages(int count, ref ulong next)
    {
        var pages = ImmutableArray.CreateBuilder<ulong>(count);
        for (var index = 0; index < count; index++, next += VirtualMemoryMap.PageSize)
            pages.Add(next);
        return pages.MoveToImmutable();
    }
}
