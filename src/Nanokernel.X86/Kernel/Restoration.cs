// A partition's memory as it was at boot.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>
/// A row of <see cref="KernelConfiguration.ClearedRegions"/>, written by FaultTables: memory beside that of the partition which starts at zero, a
/// buffer for bus masters or persistent memory of that partition alone.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ClearedRegion
{
    /// <summary>The partition.</summary>
    public uint Partition;

    /// <summary>Where it sees the memory.</summary>
    public uint Address;

    /// <summary>The bytes.</summary>
    public uint Bytes;

    /// <summary>Not zero: only a cold restart clears it.</summary>
    public uint IsKept;
}

/// <summary>A row of <see cref="KernelConfiguration.QuietWrites"/>: a byte that quiets a device.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct QuietWrite
{
    /// <summary>The partition.</summary>
    public uint Partition;

    /// <summary>The port.</summary>
    public uint Port;

    /// <summary>The byte.</summary>
    public uint Value;
}

/// <summary>
/// Copies what the build has linked back over what a partition has made of it. It runs in <see cref="Recovery"/>, in the partition's
/// address space, where anybody more urgent comes between.
/// </summary>
internal static unsafe class Restoration
{
    /// <summary>Makes a partition's memory what it was at its start, if the image that it starts from is whole.</summary>
    /// <param name="index">The partition.</param>
    /// <param name="isCold">Whether its persistent memory is as at first use, too.</param>
    /// <param name="line">Room for a line.</param>
    /// <returns>Whether it was; a partition whose image is damaged keeps what it has.</returns>
    public static bool TryRestore(int index, bool isCold, TextLine* line)
    {
        var image = Images.Of(index);
        if (!Images.IsWhole(index, image))
        {
            FaultReport.Start(index, line);
            line->Write("cannot start anew: the copy of its image is damaged"u8);
            FaultReport.End(line);
            return false;
        }

        Quiet(index);
        for (var i = 0u; i < image->SegmentCount; i++)
            Restore(image, Images.Segment(image, i));
        if (KernelConfiguration.HasReplaceableImages && Images.IsReplaceable(index))
            Images.Map(index, image);
        Processor.FillWords((uint*)Partitions.At(index)->Control, 0, VirtualMemoryMap.PageSize / sizeof(uint));
        RestoredChannels.Prepare(index);
        ClearRegions(index, isCold);
        FaultReport.Start(index, line);
        line->Write(isCold ? "starts anew, cold, restart "u8 : "starts anew, restart "u8);
        line->WriteDecimal(Partitions.At(index)->Information->Generation);
        FaultReport.End(line);
        return true;
    }

    private static void Restore(PartitionImage* image, PartitionImageSegment* segment)
    {
        var target = (uint*)(segment->Address - VirtualMemoryMap.PartitionBase + VirtualMemoryMap.RestoredImage);
        var words = segment->Bytes / sizeof(uint);
        Processor.CopyWords(target, (uint*)((byte*)image + segment->Offset), words);
        Processor.FillWords(target + words, 0, (segment->MemoryBytes / sizeof(uint)) - words);
    }

    private static void ClearRegions(int index, bool isCold)
    {
        var region = (ClearedRegion*)Constants.Words(KernelConfiguration.ClearedRegions);
        for (var i = 0; i < KernelConfiguration.ClearedRegionCount; i++, region++)
        {
            if (region->Partition == (uint)index && (isCold || region->IsKept == 0))
                Processor.FillWords((uint*)region->Address, 0, region->Bytes / sizeof(uint));
        }
    }

    private static void Quiet(int index)
    {
        var write = (QuietWrite*)Constants.Words(KernelConfiguration.QuietWrites);
        for (var i = 0; i < KernelConfiguration.QuietWriteCount; i++, write++)
        {
            if (write->Partition == (uint)index)
                Processor.Out8(write->Port, write->Value);
        }
    }
}
