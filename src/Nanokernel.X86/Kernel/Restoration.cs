// A partition's memory as it was at boot.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>A row of <see cref="KernelConfiguration.RestartSegments"/>, written by FaultTables: a part of a partition's memory to be restored.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct RestartSegment
{
    /// <summary>The partition.</summary>
    public uint Partition;

    /// <summary>Where recovery sees the copy.</summary>
    public uint Source;

    /// <summary>Where recovery sees the memory; it may write there.</summary>
    public uint Target;

    /// <summary>The bytes of the copy.</summary>
    public uint Bytes;

    /// <summary>The bytes of the memory; behind those of the copy it is zero.</summary>
    public uint MemoryBytes;

    /// <summary>CRC-32 of the copy.</summary>
    public uint Checksum;
}

/// <summary>A row of <see cref="KernelConfiguration.ColdRegions"/>: persistent memory of one partition alone.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ColdRegion
{
    /// <summary>The partition.</summary>
    public uint Partition;

    /// <summary>Where it sees the memory.</summary>
    public uint Address;

    /// <summary>The bytes.</summary>
    public uint Bytes;
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
    /// <summary>Makes a partition's memory what it was at boot, if the copy is whole.</summary>
    /// <param name="index">The partition.</param>
    /// <param name="isCold">Whether its persistent memory is as at first use, too.</param>
    /// <param name="line">Room for a line.</param>
    /// <returns>Whether it was; a partition whose copy is damaged keeps what it has.</returns>
    public static bool TryRestore(int index, bool isCold, TextLine* line)
    {
        for (var i = 0; i < KernelConfiguration.RestartSegmentCount; i++)
        {
            if (Segment(i)->Partition == (uint)index && !IsWhole(Segment(i)))
            {
                ReportDamage(index, line);
                return false;
            }
        }

        Quiet(index);
        for (var i = 0; i < KernelConfiguration.RestartSegmentCount; i++)
        {
            if (Segment(i)->Partition == (uint)index)
                Restore(Segment(i));
        }

        Clear((uint*)Partitions.At(index)->Control, VirtualMemoryMap.PageSize);
        RestoredChannels.Prepare(index);
        if (isCold)
            Forget(index);
        FaultReport.Start(index, line);
        line->Write(isCold ? "starts anew, cold, restart "u8 : "starts anew, restart "u8);
        line->WriteDecimal(Partitions.At(index)->Information->Generation);
        FaultReport.End(line);
        return true;
    }

    private static void Forget(int index)
    {
        var region = (ColdRegion*)Constants.Words(KernelConfiguration.ColdRegions);
        for (var i = 0; i < KernelConfiguration.ColdRegionCount; i++, region++)
        {
            if (region->Partition == (uint)index)
                Clear((uint*)region->Address, region->Bytes);
        }
    }

    private static bool IsWhole(RestartSegment* segment)
        => ImageChecksum.Of((uint*)segment->Source, segment->Bytes) == segment->Checksum;

    private static void Restore(RestartSegment* segment)
    {
        var words = (segment->Bytes + 3) / sizeof(uint);
        Processor.CopyWords((uint*)segment->Target, (uint*)segment->Source, words);
        if (segment->MemoryBytes > words * sizeof(uint))
            Clear((uint*)segment->Target + words, segment->MemoryBytes - (words * sizeof(uint)));
    }

    private static void Clear(uint* target, uint bytes) => Processor.FillWords(target, 0, bytes / sizeof(uint));

    private static void Quiet(int index)
    {
        var write = (QuietWrite*)Constants.Words(KernelConfiguration.QuietWrites);
        for (var i = 0; i < KernelConfiguration.QuietWriteCount; i++, write++)
        {
            if (write->Partition == (uint)index)
                Processor.Out8(write->Port, write->Value);
        }
    }

    private static void ReportDamage(int index, TextLine* line)
    {
        FaultReport.Start(index, line);
        line->Write("cannot start anew: the copy of its image is damaged"u8);
        FaultReport.End(line);
    }

    private static RestartSegment* Segment(int index) => (RestartSegment*)Constants.Words(KernelConfiguration.RestartSegments) + index;
}
