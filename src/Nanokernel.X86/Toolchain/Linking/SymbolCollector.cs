namespace Nanokernel.X86.Toolchain;

/// <summary>Makes the symbol list of a linked image.</summary>
internal static class SymbolCollector
{
    public static List<LinkedSymbol> Collect(IEnumerable<ObjectFile> objects, SymbolResolver resolver, SectionSplitter splitter)
    {
        var symbols = new List<LinkedSymbol>();
        foreach (var file in objects)
        {
            foreach (var group in file.Symbols.Where(s => s.Section is not null && !s.IsSection).GroupBy(s => s.Section!))
            {
                if (resolver.IsDropped(group.Key))
                    continue;
                AddSection(group.Key, [.. group.OrderBy(s => s.Offset)], splitter, symbols);
            }
        }
        return [.. symbols.OrderBy(s => s.Address).ThenBy(s => s.Name, StringComparer.Ordinal)];
    }

    private static void AddSection(ObjectSection section, ObjectSymbol[] sorted, SectionSplitter splitter, List<LinkedSymbol> symbols)
    {
        var end = section.Size;
        for (var i = sorted.Length - 1; i >= 0; i--)
        {
            var symbol = sorted[i];
            if (i + 1 < sorted.Length && sorted[i + 1].Offset > symbol.Offset)
                end = sorted[i + 1].Offset;
            var input = splitter.Find(section, symbol.Offset);
            if (!input.IsLive)
                continue;
            var size = symbol.Size != 0 ? symbol.Size : end - symbol.Offset;
            symbols.Add(new LinkedSymbol(symbol.Name, input.AddressOf(symbol.Offset), size, symbol.IsFunction, symbol.Name));
        }
    }
}
