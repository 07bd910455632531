namespace Nanokernel.X86.Toolchain;

/// <summary>A section while its object is being read.</summary>
/// <param name="Section">The section in the model.</param>
/// <param name="RelocationTable">The offset of its relocations in the file.</param>
/// <param name="RelocationCount">How many there are.</param>
internal sealed record CoffSection(ObjectSection Section, long RelocationTable, long RelocationCount);
