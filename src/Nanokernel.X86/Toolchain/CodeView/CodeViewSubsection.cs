namespace Nanokernel.X86.Toolchain;

/// <summary>A part of the debug information, by offsets in its section.</summary>
internal sealed record CodeViewSubsection(uint Type, long Start, long End);
