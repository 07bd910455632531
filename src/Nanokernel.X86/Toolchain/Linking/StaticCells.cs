namespace Nanokernel.X86.Toolchain;

/// <summary>The objects behind static reference fields.</summary>
/// <param name="Objects">An object file that holds them.</param>
/// <param name="Replacements">What takes the place of relocations, by section and offset; null where there is to be none.</param>
internal sealed record StaticCells(ObjectFile Objects, IReadOnlyDictionary<ObjectSection, Dictionary<uint, Relocation?>> Replacements);
