namespace Nanokernel.X86.Toolchain;

/// <summary>A relocatable object in memory, whether read from COFF or assembled here: what the linker takes.</summary>
/// <param name="name">The name for messages: a file path, or what the stubs are for.</param>
public sealed class ObjectFile(string name)
{
    /// <summary>The name for messages.</summary>
    public string Name { get; } = name;

    /// <summary>
    /// Whether every symbol starts a part that can be left out by itself when nothing uses it (the parts refer to each other by relocation
    /// only). True for the compiler's output; assembled code, which may fall through from one symbol to the next, is kept by whole
    /// sections.
    /// </summary>
    public bool SubsectionsViaSymbols { get; init; }

    /// <summary>The sections, in file order.</summary>
    public List<ObjectSection> Sections { get; } = [];

    /// <summary>The symbols, defined and undefined.</summary>
    public List<ObjectSymbol> Symbols { get; } = [];
}
