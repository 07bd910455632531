namespace Nanokernel.X86.Toolchain;

/// <summary>A segment whose parts have addresses and whose bytes are not made yet.</summary>
internal sealed record PlacedSegment(
    string Name, SegmentAccess Access, uint Address, LinkerInput[] Inputs, LinkerInput[] ZeroFill, uint DataBytes, uint MemoryBytes);
