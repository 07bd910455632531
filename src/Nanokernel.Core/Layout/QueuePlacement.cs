namespace Nanokernel.Layout;

/// <summary>Where a queue lies: its header and slots, the same virtual address in both partitions.</summary>
/// <param name="PhysicalAddress">The first byte in physical memory, at a page.</param>
/// <param name="VirtualAddress">The first byte as both partitions see it.</param>
/// <param name="Bytes">The bytes, whole pages.</param>
public sealed record QueuePlacement(uint PhysicalAddress, uint VirtualAddress, uint Bytes)
{
    /// <summary>The queue as a range of physical addresses.</summary>
    public MemoryRange Memory => new(PhysicalAddress, Bytes);
}
