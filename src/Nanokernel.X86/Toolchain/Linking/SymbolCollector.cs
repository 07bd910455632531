namespace Nanokernel.X86.Toolchain;

/// <summary>Makes the symbol list and the line table of a linked image.</summary>
internal sealed class SymbolCollector(SymbolResolver resolver, SectionSplitter splitter, MethodNames? names)
{
    private readonly List<LinkedSymbol> _symbols = [];
    private readonly List<LinkedLine> _lines = [];

    /// <summary>The symbols by address.</summary>
    public List<LinkedSymbol> Symbols => [.. _symbols.OrderBy(s => s.Address).ThenBy(s => s.Name, StringComparer.Ordinal)];

    /// <summary>The lines by address, the last one where several begin at the same.</summary>
    public List<LinkedLine> Lines => [.. _lines.OrderBy(l => l.Address).GroupBy(l => l.Address).Select(g => g.Last())];

    /// <summary>Adds what an object defines.</summary>
    /// <exception cref="FileFormatException">Its debug information contradicts itself.</exception>
    public void Add(ObjectFile file)
    {
        var functions = CodeViewReader.Read(file);
        var sizes = functions.Where(f => f.Size > 0).ToDictionary(f => (f.Section, f.Offset), f => f.Size);
        foreach (var group in file.Symbols.Where(s => s.Section is not null && !s.IsSection).GroupBy(s => s.Section!))
        {
            if (!resolver.IsDropped(group.Key))
                AddSection(group.Key, [.. group.OrderBy(s => s.Offset)], sizes);
        }
        foreach (var function in functions)
            AddLines(function);
    }

    private void AddSection(ObjectSection section, ObjectSymbol[] sorted, Dictionary<(ObjectSection, uint), uint> sizes)
    {
        var displays = FindDisplayNames(sorted);
        var end = section.Size;
        for (var i = sorted.Length - 1; i >= 0; i--)
        {
            var symbol = sorted[i];
            if (i + 1 < sorted.Length && sorted[i + 1].Offset > symbol.Offset)
                end = sorted[i + 1].Offset;
            var input = splitter.Find(section, symbol.Offset);
            if (!input.IsLive)
                continue;
            var size = end - symbol.Offset;
            if (symbol.Size != 0)
                size = symbol.Size;
            else if (sizes.TryGetValue((section, symbol.Offset), out var known))
                size = Math.Min(size, known);
            var display = symbol.IsFunction ? displays.GetValueOrDefault(symbol.Offset, symbol.Name) : NameData(symbol.Name);
            _symbols.Add(new LinkedSymbol(symbol.Name, input.AddressOf(symbol.Offset), size, symbol.IsFunction, display));
        }
    }

    // An exported method has two symbols: the one with a C# name gives it to the other.
    private Dictionary<uint, string> FindDisplayNames(ObjectSymbol[] sorted)
    {
        var displays = new Dictionary<uint, string>();
        foreach (var symbol in names is null ? [] : sorted.Where(s => s.IsFunction))
        {
            var display = names!.GetDisplayName(symbol.Name);
            if (display != symbol.Name)
                displays.TryAdd(symbol.Offset, display);
        }
        return displays;
    }

    // Of data, only method tables have a name in the source: the type's.
    private string NameData(string symbol) =>
        names is not null && MethodNames.IsMethodTable(symbol) ? names.GetDisplayName(symbol) : symbol;

    private void AddLines(CodeViewFunction function)
    {
        if (function.Offset >= function.Section.Size || resolver.IsDropped(function.Section))
            return;
        var input = splitter.Find(function.Section, function.Offset);
        if (!input.IsLive)
            return;
        foreach (var (offset, location) in function.Lines)
        {
            if (offset < input.End - function.Offset)
                _lines.Add(new LinkedLine(input.AddressOf(function.Offset) + offset, location));
        }
    }
}
