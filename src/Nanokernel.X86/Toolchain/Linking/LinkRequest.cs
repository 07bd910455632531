namespace Nanokernel.X86.Toolchain;

/// <summary>What to link.</summary>
public sealed class LinkRequest
{
    /// <summary>The name for messages: the kernel, or a partition.</summary>
    public required string Name { get; init; }

    /// <summary>The objects; the text of the first one comes first in the image.</summary>
    public required IReadOnlyList<ObjectFile> Objects { get; init; }

    /// <summary>The address of the first segment, page aligned.</summary>
    public required uint ImageBase { get; init; }

    /// <summary>The symbol where execution starts.</summary>
    public required string EntrySymbol { get; init; }

    /// <summary>
    /// Symbols that are kept with all they refer to, besides <see cref="EntrySymbol"/>. What none of them reaches is not in the image.
    /// </summary>
    public IReadOnlyList<string> RootSymbols { get; init; } = [];

    /// <summary>Symbols whose values are given from outside. They do not move with the image.</summary>
    public IReadOnlyDictionary<string, uint> AbsoluteSymbols { get; init; } = new Dictionary<string, uint>();

    /// <summary>The methods' names in the source, for <see cref="LinkedSymbol.DisplayName"/>; null to keep the linker's names.</summary>
    public MethodNames? MethodNames { get; init; }
}
