namespace Nanokernel.X86.Toolchain;

/// <summary>A part of a linked image with one access right.</summary>
/// <param name="Name"><c>.text</c>, <c>.rodata</c> or <c>.data</c>.</param>
/// <param name="Access">What may be done with it.</param>
/// <param name="Address">Its first byte, page aligned.</param>
/// <param name="Data">Its initialised bytes.</param>
/// <param name="MemoryBytes">Its bytes in memory; what <paramref name="Data"/> does not cover starts as zero.</param>
public sealed record LinkedSegment(string Name, SegmentAccess Access, uint Address, byte[] Data, uint MemoryBytes)
{
    /// <summary>Whether an address lies in the segment.</summary>
    public bool Contains(uint address) => address >= Address && address - Address < MemoryBytes;
}
