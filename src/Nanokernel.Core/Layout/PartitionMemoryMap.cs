using System.Diagnostics.CodeAnalysis;
using Nanokernel.Abi;
using Nanokernel.Checking;
using Nanokernel.Checking.ManifestRules;
using Nanokernel.Model;

namespace Nanokernel.Layout;

/// <summary>
/// What lies where in a partition's memory, by virtual address, once the partition has been linked and the size of its image is known.
/// Guard pages are in the memory but not mapped, so that running out of the stack or the heap faults.
/// <code>
/// image | guard | heap | guard | stack |   (nothing is mapped behind)
/// image | guard ... | heap | guard | stack |   (an image that can be replaced by one of another size)
/// </code>
/// </summary>
/// <param name="Image">Text, constants and data, from <see cref="VirtualMemoryMap.PartitionBase"/> on, whole pages.</param>
/// <param name="Heap">The heap.</param>
/// <param name="Stack">The stack, which grows from its end.</param>
public sealed record PartitionMemoryMap(MemoryRange Image, MemoryRange Heap, MemoryRange Stack)
{
    /// <summary>Divides a partition's memory, or reports that its image does not fit.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="imageBytes">The bytes of its linked image, zero-filled data among them.</param>
    /// <param name="diagnostics">Takes the finding.</param>
    /// <param name="map">The map, if the image fits.</param>
    /// <returns>Whether the image fits.</returns>
    public static bool TryCreate(
        CheckedPartition partition, uint imageBytes, DiagnosticBag diagnostics, [NotNullWhen(true)] out PartitionMemoryMap? map)
    {
        ArgumentNullException.ThrowIfNull(partition);
        ArgumentNullException.ThrowIfNull(diagnostics);
        const long Page = VirtualMemoryMap.PageSize;
        const long Base = VirtualMemoryMap.PartitionBase;
        var end = Base + partition.MemoryBytes;
        var stack = end - partition.StackBytes;
        var heap = Base + (imageBytes + Page - 1) / Page * Page + Page;
        var heapBytes = partition.HeapBytes == 0 ? stack - Page - heap : partition.HeapBytes;
        var imageEnd = heap - Page;
        if (partition.HasReplaceableImage)
            heap = Math.Max(heap, stack - Page - heapBytes);
        if (heapBytes < Page || heap + heapBytes + Page > stack)
        {
            ImageDoesNotFit.Report(partition, imageBytes, diagnostics);
            map = null;
            return false;
        }

        map = new PartitionMemoryMap(
            new MemoryRange((uint)Base, (uint)(imageEnd - Base)),
            new MemoryRange((uint)heap, (uint)heapBytes),
            new MemoryRange((uint)stack, partition.StackBytes));
        return true;
    }
}
