namespace Nanokernel.X86.Toolchain;

/// <summary>What an ELF32 executable holds.</summary>
public sealed class ElfImage
{
    /// <summary>The physical address where the boot loader jumps to.</summary>
    public required uint EntryPoint { get; init; }

    /// <summary>The segments, in file order. The one with the Multiboot header comes first.</summary>
    public required IReadOnlyList<ElfSegment> Segments { get; init; }

    /// <summary>The symbols.</summary>
    public IReadOnlyList<ElfSymbol> Symbols { get; init; } = [];
}
