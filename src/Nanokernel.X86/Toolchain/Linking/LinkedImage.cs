using System.Diagnostics.CodeAnalysis;
using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>What the linker makes: segments at their addresses, every reference filled in.</summary>
public sealed class LinkedImage
{
    private IReadOnlyList<LinkedSymbol>? _functions;

    /// <summary>The name for messages.</summary>
    public required string Name { get; init; }

    /// <summary>The address that image-relative values count from.</summary>
    public required uint ImageBase { get; init; }

    /// <summary>The address of the entry symbol.</summary>
    public required uint EntryAddress { get; init; }

    /// <summary>The segments by ascending address; those without content are left out.</summary>
    public required IReadOnlyList<LinkedSegment> Segments { get; init; }

    /// <summary>The symbols by ascending address.</summary>
    public required IReadOnlyList<LinkedSymbol> Symbols { get; init; }

    /// <summary>The places that depend on the image base, by ascending address.</summary>
    public required IReadOnlyList<LinkedRelocation> Relocations { get; init; }

    /// <summary>The source lines by ascending address; empty when the objects have no line information.</summary>
    public IReadOnlyList<LinkedLine> Lines { get; init; } = [];

    /// <summary>Finds a symbol by the linker's name.</summary>
    public bool TryFindSymbol(string name, [NotNullWhen(true)] out LinkedSymbol? symbol)
    {
        symbol = Symbols.FirstOrDefault(s => s.Name == name);
        return symbol is not null;
    }

    /// <summary>Finds the function that an address lies in.</summary>
    public LinkedSymbol? FindFunction(uint address)
    {
        _functions ??= [.. Symbols.Where(s => s.IsFunction)];
        var index = LastAtOrBelow(_functions, address, s => s.Address);
        return index >= 0 && address - _functions[index].Address < _functions[index].Size ? _functions[index] : null;
    }

    /// <summary>Finds the source line of an address within a function.</summary>
    public SourceLocation? FindLine(uint address)
    {
        if (FindFunction(address) is not { } function)
            return null;
        var index = LastAtOrBelow(Lines, address, l => l.Address);
        return index >= 0 && Lines[index].Address >= function.Address ? Lines[index].Location : null;
    }

    private static int LastAtOrBelow<T>(IReadOnlyList<T> sorted, uint address, Func<T, uint> addressOf)
    {
        int low = -1, high = sorted.Count - 1;
        while (low < high)
        {
            var middle = low + (high - low + 1) / 2;
            if (addressOf(sorted[middle]) <= address)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }
}
