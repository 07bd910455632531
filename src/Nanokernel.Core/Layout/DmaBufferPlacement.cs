namespace Nanokernel.Layout;

/// <summary>Where a buffer for a bus master lies in physical memory, without gaps.</summary>
/// <param name="Partition">The index of its owner.</param>
/// <param name="Name">The buffer's name.</param>
/// <param name="PhysicalAddress">The first byte, at a page.</param>
/// <param name="Bytes">The bytes, whole pages.</param>
public sealed record DmaBufferPlacement(int Partition, string Name, uint PhysicalAddress, uint Bytes)
{
    /// <summary>The buffer as a range of physical addresses.</summary>
    public MemoryRange Memory => new(PhysicalAddress, Bytes);
}
