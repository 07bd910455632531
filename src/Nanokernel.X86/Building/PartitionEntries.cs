namespace Nanokernel.X86.Building;

/// <summary>Where the kernel enters a partition. Its kind decides which addresses these are.</summary>
/// <param name="Start">When it starts.</param>
/// <param name="Upcall">For an interrupt; 0: it is never interrupted and looks for itself.</param>
/// <param name="Exception">For an exception of its own; 0: that stops it.</param>
internal sealed record PartitionEntries(uint Start, uint Upcall, uint Exception);
