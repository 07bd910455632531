using Nanokernel.Abi;
using Nanokernel.Checking;
using Nanokernel.Model;

namespace Nanokernel.Layout;

/// <summary>
/// The memory beside a partition for an image of it: a <see cref="PartitionImage"/>, from which the partition is made what it was at its start.
/// </summary>
internal static class ImageSlot
{
    /// <summary>The bytes of a slot of a checked partition; 0 where it has none.</summary>
    internal static uint BytesOf(CheckedPartition partition) =>
        partition.ImageSlots == 0 ? 0 : BytesOf(partition.ImageBytesMaximum, partition.HasReplaceableImage);

    /// <summary>The bytes of all slots of a declared partition, whatever it states.</summary>
    internal static ulong AllBytesOf(SystemDeclaration system, PartitionDeclaration partition)
    {
        var isReplaceable = partition.HasReplaceableImage.Value;
        if (!isReplaceable && !FaultTable.IsRestartable(system, partition))
            return 0;
        var image = SystemLimits.ImageBytesMaximum(
            SystemLimits.ClampMemory(partition.Memory.Value),
            SystemLimits.ClampMemory(partition.Stack.Value),
            SystemLimits.ClampMemory(partition.Heap?.Value ?? default));
        return (isReplaceable ? 2ul : 1) * BytesOf(image, isReplaceable);
    }

    /// <summary>
    /// Header and signature take less than a page. An image that can be replaced carries its symbol table, which is as long as half of the image
    /// at most, or is left out.
    /// </summary>
    private static uint BytesOf(uint imageBytes, bool isReplaceable)
    {
        const uint InPage = VirtualMemoryMap.PageSize - 1;
        var symbols = isReplaceable ? imageBytes / 2 : 0;
        return (imageBytes + symbols + VirtualMemoryMap.PageSize + InPage) & ~InPage;
    }
}
