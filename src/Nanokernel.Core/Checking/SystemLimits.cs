using Nanokernel.Abi;

namespace Nanokernel.Checking;

/// <summary>What a system can have at most.</summary>
public static class SystemLimits
{
    /// <summary>Partitions.</summary>
    public const int Partitions = 16;

    /// <summary>Partitions that own ports: as many I/O bitmaps as stand behind one task segment.</summary>
    public const int PortOwners = 7;

    /// <summary>Messages in a queue.</summary>
    public const int QueueCapacity = 65_536;

    /// <summary>The least size of a queue of records.</summary>
    public static ByteSize MinimumRecordQueue => new(64);

    /// <summary>The largest size of a queue of records.</summary>
    public static ByteSize MaximumRecordQueue => ByteSize.FromMebibytes(16);

    /// <summary>Bytes of a message.</summary>
    public const int MessageBytes = 4_096;

    /// <summary>Bytes of the content of a block of persistent memory.</summary>
    public const int PersistentBlockBytes = 1 << 20;

    /// <summary>Channel ends of a partition.</summary>
    public const int ChannelEnds = (int)InformationPage.ChannelEndMaximum;

    /// <summary>Locks: what the end of a partition takes in the kernel grows with their number.</summary>
    public const int Locks = 32;

    /// <summary>The bytes of a page, the unit of all sizes.</summary>
    public const int PageBytes = (int)VirtualMemoryMap.PageSize;

    /// <summary>The least memory of a partition.</summary>
    public static ByteSize MinimumMemory => ByteSize.FromKibibytes(32);

    /// <summary>The least stack of a partition.</summary>
    public static ByteSize MinimumStack => ByteSize.FromKibibytes(4);

    /// <summary>The most memory of a partition: the addresses set aside for it.</summary>
    public static ByteSize MaximumMemory => new(VirtualMemoryMap.ControlPage - VirtualMemoryMap.PartitionBase);

    /// <summary>The most shared memory at one address: what a system can choose addresses from.</summary>
    public static ByteSize SharedMemory => new(VirtualMemoryMap.DeviceMemoryBase - VirtualMemoryMap.ChosenChannelBase);

    /// <summary>The most memory of a system: what lies below the I/O APIC of a PC.</summary>
    public static ByteSize PhysicalMemory => new(0xFEC0_0000);

    /// <summary>The largest alignment of a DMA buffer.</summary>
    public static ByteSize DmaAlignment => ByteSize.FromMebibytes(128);

    /// <summary>The least memory of a trace's events.</summary>
    public static ByteSize MinimumTrace => ByteSize.FromKibibytes(4);

    /// <summary>The most memory of a trace's events: the addresses set aside for it.</summary>
    public static ByteSize MaximumTrace => new(VirtualMemoryMap.TraceRecordBytes);

    /// <summary>The memory of a trace's events where the system states none.</summary>
    internal static ByteSize DefaultTrace => ByteSize.FromKibibytes(64);

    /// <summary>The most memory of a persistent pool.</summary>
    public static ByteSize PersistentPool => ByteSize.FromMebibytes(16);

    /// <summary>The most memory of the images that can be replaced: the addresses set aside for them.</summary>
    public static ByteSize ReplaceableImages => new(VirtualMemoryMap.ImagePageTables - VirtualMemoryMap.ImageSlots);

    /// <summary>The guard pages in a partition's memory: between image and heap, and between heap and stack.</summary>
    internal const int GuardPages = 2;

    /// <summary>A size of memory that can be computed with, whatever was stated; NK0102 says what is wrong with it.</summary>
    internal static uint ClampMemory(ByteSize size) => (uint)Math.Min(Math.Max(size.Bytes, 0), MaximumMemory.Bytes);

    /// <summary>The most bytes of a partition's image: its memory without stack, guard pages, and the heap or the least of it.</summary>
    internal static uint ImageBytesMaximum(uint memory, uint stack, uint heap)
    {
        var others = (ulong)stack + (GuardPages * VirtualMemoryMap.PageSize) + Math.Max(heap, VirtualMemoryMap.PageSize);
        return memory > others ? memory - (uint)others : 0;
    }
}
