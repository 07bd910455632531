namespace Nanokernel.Abi;

/// <summary>
/// Where things lie in every partition's address space.
/// <code>
/// 0x00000000  nothing: null dereferences fault
/// 0x00400000  the partition: text and constants (read-only), data, guard, heap, guard, stack, guard
/// 0xB0000000  control page (read-write)
/// 0xB0001000  information page (read-only)
/// 0xB0100000  channels, where the layout puts them
/// 0xB6000000  shared memory at addresses that the system chooses
/// 0xB8000000  memory of the partition's devices, then its buffers for bus masters
/// 0xC0000000  the kernel: physical memory from 0 on, as far as the kernel needs it, supervisor only
/// 0xD0000000  in the kernel's half of a partition that can start anew: its image, to be restored there
/// 0xE0000000  the copy that it is restored from, where its image cannot be replaced
/// 0xF0000000  the images that can be replaced, two for each such partition, in its own half and in those of its watchers
/// 0xFC000000  in the kernel's half of a partition whose image can be replaced: its page tables, from <see cref="PartitionBase"/> on
/// 0xFD000000  the kernel's histories of pools of persistent memory, a page each, where the system has any
/// 0xFE000000  the kernel's trace, where the system declares one
/// 0xFF000000  the kernel's devices: local APIC, I/O APIC, HPET, where the system uses them
/// </code>
/// </summary>
public static class VirtualMemoryMap
{
    /// <summary>The bytes of a page.</summary>
    public const uint PageSize = 0x1000;

    /// <summary>The first byte of the partition's image; its entry stub is here.</summary>
    public const uint PartitionBase = 0x0040_0000;

    /// <summary>The partition's <see cref="Abi.ControlPage"/>.</summary>
    public const uint ControlPage = 0xB000_0000;

    /// <summary>The partition's <see cref="Abi.InformationPage"/>.</summary>
    public const uint InformationPage = 0xB000_1000;

    /// <summary>The first channel.</summary>
    public const uint ChannelBase = 0xB010_0000;

    /// <summary>The first address that a system can choose for shared memory; the layout puts nothing here.</summary>
    public const uint ChosenChannelBase = 0xB600_0000;

    /// <summary>The first memory of the partition's devices, behind the last address for channels.</summary>
    public const uint DeviceMemoryBase = 0xB800_0000;

    /// <summary>The most bytes of device memory and buffers for bus masters, in whole pages, that a partition sees.</summary>
    public const uint DeviceMemoryBytes = 0x0800_0000;

    /// <summary>Where the kernel sees physical address 0.</summary>
    public const uint KernelBase = 0xC000_0000;

    /// <summary>
    /// Where the kernel, in the address space of a partition that can start anew, can write that partition's image, from
    /// <see cref="PartitionBase"/> on.
    /// </summary>
    public const uint RestoredImage = 0xD000_0000;

    /// <summary>Where it sees the copy of that image.</summary>
    public const uint ImageCopy = 0xE000_0000;

    /// <summary>The most bytes of an image that can be restored.</summary>
    public const uint RestoredImageBytes = 0x1000_0000;

    /// <summary>Where it sees images that can be replaced; each has its address in the whole system.</summary>
    public const uint ImageSlots = 0xF000_0000;

    /// <summary>
    /// Where it sees the page tables of such an image, in that partition's address space: an entry of 4 bytes for each page, or of 8 under PAE.
    /// </summary>
    public const uint ImagePageTables = 0xFC00_0000;

    /// <summary>Where the kernel sees its histories of pools of persistent memory, a page each.</summary>
    public const uint PersistentHistories = 0xFD00_0000;

    /// <summary>Where the kernel sees its trace: the <see cref="TraceHeader"/>, and the records in the next page.</summary>
    public const uint Trace = 0xFE00_0000;

    /// <summary>The most bytes of the trace's records.</summary>
    public const uint TraceRecordBytes = 0x0080_0000;

    /// <summary>Where the kernel sees the registers of the local APIC, one page.</summary>
    public const uint LocalApic = 0xFF00_0000;

    /// <summary>Where the kernel sees the registers of the I/O APIC, one page.</summary>
    public const uint IoApic = 0xFF00_1000;

    /// <summary>Where the kernel sees the registers of the HPET, one page.</summary>
    public const uint Hpet = 0xFF00_2000;

    /// <summary>Where the kernel looks, at boot only, at tables of the firmware that lie beyond what it sees otherwise: 8 MiB.</summary>
    public const uint FirmwareWindow = 0xFF40_0000;

    /// <summary>Where the loader puts the kernel; nothing of the image lies below.</summary>
    public const uint KernelPhysicalBase = 0x0010_0000;

    /// <summary>The end of the physical memory set aside for the kernel, its tables, the symbol tables, control and information pages.</summary>
    public const uint KernelPhysicalEnd = 0x0040_0000;
}
