namespace Nanokernel.X86.Toolchain;

/// <summary>
/// Splits the sections of an object at its symbols, so that what nobody uses can be left out: the compiler's tables for reflection, type
/// loading and start-up, with the code that only they reach. A reference past the end of its symbol ties the parts between together.
/// </summary>
internal sealed class SectionSplitter
{
    private readonly Dictionary<ObjectSection, List<LinkerInput>> _inputs = [];

    /// <summary>All parts, in file order.</summary>
    public IEnumerable<LinkerInput> Inputs => _inputs.Values.SelectMany(parts => parts);

    public void Add(ObjectFile file)
    {
        var boundaries = file.Sections.ToDictionary(s => s, _ => new SortedSet<uint> { 0 });
        if (file.SubsectionsViaSymbols)
        {
            foreach (var symbol in file.Symbols)
            {
                if (symbol.Section is { } section && symbol.Offset < section.Size)
                    boundaries[section].Add(symbol.Offset);
            }
            foreach (var section in file.Sections)
                TieReferences(section, boundaries);
        }
        foreach (var section in file.Sections)
            _inputs.Add(section, Split(file, section, [.. boundaries[section]]));
    }

    /// <summary>The part that holds an offset; the end of the section belongs to its last part.</summary>
    public LinkerInput Find(ObjectSection section, uint offset)
    {
        var parts = _inputs[section];
        int low = 0, high = parts.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (parts[middle].Start <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return parts[low];
    }

    /// <summary>All parts of a section.</summary>
    public IReadOnlyList<LinkerInput> PartsOf(ObjectSection section) => _inputs[section];

    private static void TieReferences(ObjectSection section, Dictionary<ObjectSection, SortedSet<uint>> boundaries)
    {
        foreach (var relocation in section.Relocations)
        {
            if (relocation.Symbol.Section is not { } target || section.Kind == SectionKind.Debug)
                continue;
            var from = relocation.Symbol.Offset;
            var to = from + (long)relocation.Addend;
            // A self-relative pointer in data counts from the field itself, so 4 of its addend only make up for the field's size.
            if (relocation.Kind == RelocationKind.Relative32 && section.Kind != SectionKind.Text)
                to -= 4;
            if (to == from || to < 0 || to >= target.Size)
                continue;
            var (low, high) = to < from ? ((uint)to, from) : (from, (uint)to);
            var cuts = boundaries[target];
            cuts.GetViewBetween(low + 1, high).Clear();
        }
    }

    private static List<LinkerInput> Split(ObjectFile file, ObjectSection section, uint[] starts)
    {
        var parts = new List<LinkerInput>(starts.Length);
        for (var i = 0; i < starts.Length; i++)
            parts.Add(new LinkerInput(file, section, starts[i], i + 1 < starts.Length ? starts[i + 1] : section.Size));
        var part = 0;
        foreach (var relocation in section.Relocations.OrderBy(r => r.Offset))
        {
            while (relocation.Offset >= parts[part].End && part + 1 < parts.Count)
                part++;
            parts[part].Relocations.Add(relocation);
        }
        return parts;
    }
}
