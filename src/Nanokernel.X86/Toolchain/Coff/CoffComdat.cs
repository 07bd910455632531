namespace Nanokernel.X86.Toolchain;

/// <summary>What the symbol table says of a COMDAT section.</summary>
/// <param name="Name">The symbol whose first definition wins; null for an associative section.</param>
/// <param name="Selection">What to do with the second copy.</param>
/// <param name="AssociatedIndex">The index of the section that it lives and dies with, or -1.</param>
internal sealed record CoffComdat(string? Name, ComdatSelection Selection, int AssociatedIndex);
