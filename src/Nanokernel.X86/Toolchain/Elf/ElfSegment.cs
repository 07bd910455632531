namespace Nanokernel.X86.Toolchain;

/// <summary>A segment of an ELF image: what a boot loader copies to memory.</summary>
/// <param name="Name">The name of the section that describes it.</param>
/// <param name="Access">What may be done with it.</param>
/// <param name="VirtualAddress">Where code sees it.</param>
/// <param name="PhysicalAddress">Where the loader puts it.</param>
/// <param name="Data">The bytes in the file.</param>
/// <param name="MemoryBytes">The bytes in memory; the rest is zero.</param>
public sealed record ElfSegment(
    string Name, SegmentAccess Access, uint VirtualAddress, uint PhysicalAddress, ReadOnlyMemory<byte> Data, uint MemoryBytes);
