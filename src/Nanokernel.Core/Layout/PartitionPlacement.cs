namespace Nanokernel.Layout;

/// <summary>Where a partition lies in physical memory. Its virtual addresses are those of <see cref="Abi.VirtualMemoryMap"/>.</summary>
/// <param name="PhysicalBase">The first byte of its memory, which it sees at <see cref="Abi.VirtualMemoryMap.PartitionBase"/>.</param>
/// <param name="Bytes">The bytes of its memory.</param>
/// <param name="ControlPageAddress">The physical address of its control page.</param>
/// <param name="InformationPageAddress">The physical address of its information page.</param>
public sealed record PartitionPlacement(uint PhysicalBase, uint Bytes, uint ControlPageAddress, uint InformationPageAddress)
{
    /// <summary>The first byte of its image slots; 0 where it never starts anew.</summary>
    public uint SlotsAddress { get; init; }

    /// <summary>The bytes of one slot.</summary>
    public uint SlotBytes { get; init; }

    /// <summary>How many there are: 0, 1, or 2 where its image can be replaced.</summary>
    public int SlotCount { get; init; }

    /// <summary>Where the kernel sees the first slot, in the partition's address space and in those of its watchers.</summary>
    public uint SlotsVirtualAddress { get; init; }

    /// <summary>The slots as a range of physical addresses.</summary>
    public MemoryRange Slots => new(SlotsAddress, SlotBytes * (uint)SlotCount);

    /// <summary>Its memory as a range of physical addresses.</summary>
    public MemoryRange Memory => new(PhysicalBase, Bytes);
}
