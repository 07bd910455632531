namespace Nanokernel.Layout;

/// <summary>Where the kernel's trace lies: its header in one page, and its events behind it.</summary>
/// <param name="PhysicalAddress">The first byte in physical memory, at a page.</param>
/// <param name="Bytes">The bytes, whole pages.</param>
public sealed record TracePlacement(uint PhysicalAddress, uint Bytes)
{
    /// <summary>The trace as a range of physical addresses.</summary>
    public MemoryRange Memory => new(PhysicalAddress, Bytes);
}
