// The images that partitions start from.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>A row of <see cref="KernelConfiguration.ImageSlots"/>, written by FaultTables: where a partition's images lie.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ImageSlots
{
    /// <summary>Where the kernel sees the first, in the address spaces of the partition and of its watchers.</summary>
    public uint Address;

    /// <summary>The bytes of each.</summary>
    public uint Bytes;

    /// <summary>Where there is a second one, for new images: the most bytes of the partition's memory that an image takes; otherwise 0.</summary>
    public uint Room;
}

/// <summary>What a partition is started from, and what becomes of a new image.</summary>
internal static unsafe class Images
{
    // Bits of page-table entries: P, U/S, A and D; R/W; XD in the upper word (SDM vol. 3A, tables 4-6 and 4-11).
    private const uint PresentToUser = 0x65;
    private const uint Writable = 2;
    private const uint NoExecute = 0x8000_0000;

    private static ImageChoices s_choices;

    /// <summary>The image that a partition starts from.</summary>
    public static PartitionImage* Of(int index)
        => (PartitionImage*)(SlotsOf(index)->Address + (KernelConfiguration.HasReplaceableImages ? ChoiceOf(index)->Slot * SlotsOf(index)->Bytes : 0));

    /// <summary>The place of a new image, which a watcher can write in the kernel.</summary>
    public static PartitionImage* SpareOf(int index)
        => (PartitionImage*)(SlotsOf(index)->Address + ((ChoiceOf(index)->Slot ^ 1) * SlotsOf(index)->Bytes));

    /// <summary>Where a partition's images lie.</summary>
    public static ImageSlots* SlotsOf(int index) => (ImageSlots*)Constants.Words(KernelConfiguration.ImageSlots) + index;

    /// <summary>Whether a partition can have a new image.</summary>
    public static bool IsReplaceable(int index) => SlotsOf(index)->Room != 0;

    /// <summary>Whether a new image has yet to show that it lives.</summary>
    public static bool IsOnTrial(int index) => ChoiceOf(index)->State == ImageState.OnTrial;

    /// <summary>A segment of an image.</summary>
    public static PartitionImageSegment* Segment(PartitionImage* image, uint number)
        => (PartitionImageSegment*)((byte*)image + PartitionImage.HeadBytes) + number;

    /// <summary>Whether an image is what its checksum says.</summary>
    public static bool IsWhole(int index, PartitionImage* image)
    {
        const uint Unchecked = 8;
        return image->Bytes > Unchecked && image->Bytes <= SlotsOf(index)->Bytes
            && ImageChecksum.Of((uint*)((byte*)image + Unchecked), image->Bytes - Unchecked) == image->Checksum;
    }

    /// <summary>From now on the partition starts from its new image.</summary>
    public static void Try(int index) => Choose(index, ImageState.OnTrial);

    /// <summary>From now on it starts from the one before, if the new one is on trial.</summary>
    /// <returns>Whether it was.</returns>
    public static bool TryFallBack(int index)
    {
        if (!IsOnTrial(index))
            return false;
        Choose(index, ImageState.FellBack);
        return true;
    }

    /// <summary>It has shown that it lives.</summary>
    public static void Confirm(int index)
    {
        if (!IsOnTrial(index))
            return;
        SetState(index, ImageState.Replaced);
        Faults.WakeWatchers(index);
    }

    /// <summary>
    /// Gives each page of a partition's image the access that its new image wants; the page tables are seen where <see cref="VirtualMemoryMap"/> says.
    /// Translations that the processor remembers go when <see cref="Describe"/> is called.
    /// </summary>
    public static void Map(int index, PartitionImage* image)
    {
        var words = Partitions.At(index)->PageTablesRoot == Partitions.Describe(index)->ExtendedRoot ? 2u : 1u;
        var table = (uint*)VirtualMemoryMap.ImagePageTables;
        Processor.FillWords(table, 0, SlotsOf(index)->Room / VirtualMemoryMap.PageSize * words);
        for (var i = 0u; i < image->SegmentCount; i++)
        {
            var segment = Segment(image, i);
            var first = segment->Address - VirtualMemoryMap.PartitionBase;
            for (var offset = first; offset - first < segment->MemoryBytes; offset += VirtualMemoryMap.PageSize)
            {
                var entry = table + (offset / VirtualMemoryMap.PageSize * words);
                entry[0] = (Partitions.Describe(index)->MemoryAddress + offset) | PresentToUser
                    | (segment->Access == PartitionImageSegment.ReadWrite ? Writable : 0);
                if (words != 1 && segment->Access != PartitionImageSegment.ReadExecute)
                    entry[1] = NoExecute;
            }
        }
    }

    /// <summary>Tells the partition, and the kernel, what it starts from; its address space is in force.</summary>
    public static void Describe(int index)
    {
        var image = Of(index);
        var information = Partitions.At(index)->Information;
        Processor.CopyWords(&information->EntryAddress, &image->EntryAddress, 4);
        Processor.CopyWords(&information->ExceptionAddress, &image->ExceptionAddress, 4);
        information->SymbolTableAddress = image->SymbolTableOffset == 0 ? 0 : (uint)image + image->SymbolTableOffset;
        Processor.Activate(Partitions.At(index));
    }

    private static void Choose(int index, uint state)
    {
        ChoiceOf(index)->Slot ^= 1;
        SetState(index, state);
    }

    private static void SetState(int index, uint state)
    {
        ChoiceOf(index)->State = state;
        Faults.LogOf(index)->ImageState = state;
    }

    private static ImageChoice* ChoiceOf(int index) => (ImageChoice*)Unsafe.AsPointer(ref s_choices) + index;

    [StructLayout(LayoutKind.Sequential)]
    private struct ImageChoice
    {
        public uint Slot;
        public uint State;
    }

    [InlineArray(KernelConfiguration.PartitionCount)]
    private struct ImageChoices
    {
        private ImageChoice _first;
    }
}
