namespace Nanokernel.Layout;

/// <summary>Where a partition lies in physical memory. Its virtual addresses are those of <see cref="Abi.VirtualMemoryMap"/>.</summary>
/// <param name="PhysicalBase">The first byte of its memory, which it sees at <see cref="Abi.VirtualMemoryMap.PartitionBase"/>.</param>
/// <param name="Bytes">The bytes of its memory.</param>
/// <param name="ControlPageAddress">The physical address of its control page.</param>
/// <param name="InformationPageAddress">The physical address of its information page.</param>
public sealed record PartitionPlacement(uint PhysicalBase, uint Bytes, uint ControlPageAddress, uint InformationPageAddress)
{
    /// <summary>The first byte of the copy that it is restored from; 0 where it never starts anew.</summary>
    public uint CopyAddress { get; init; }

    /// <summary>The bytes of the copy.</summary>
    public uint CopyBytes { get; init; }

    /// <summary>The copy as a range of physical addresses.</summary>
    public MemoryRange Copy => new(CopyAddress, CopyBytes);

    /// <summary>Its memory as a range of physical addresses.</summary>
    public MemoryRange Memory => new(PhysicalBase, Bytes);
}
