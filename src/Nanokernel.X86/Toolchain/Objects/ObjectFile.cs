namespace Nanokernel.X86.Toolchain;

/// <summary>A relocatable object in memory, whether read from COFF or assembled here: what the linker takes.</summary>
/// <param name="name">The name for messages: a file path, or what the stubs are for.</param>
public sealed class ObjectFile(string name)
{
    /// <summary>The name for messages.</summary>
    public string Name { get; } = name;

    /// <summary>The sections, in file order.</summary>
    public List<ObjectSection> Sections { get; } = [];

    /// <summary>The symbols, defined and undefined.</summary>
    public List<ObjectSymbol> Symbols { get; } = [];
}
