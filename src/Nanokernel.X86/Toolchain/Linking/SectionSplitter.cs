namespace Nanokernel.X86.Toolchain;

/// <summary>
/// Splits sections into the parts that are kept or left out on their own.
/// <code>
/// assembled code        one part a section
/// compiler, text        one part a function
/// compiler, constants   tables of the full runtime at the front | all else | tables of the full runtime at the back
/// compiler, data        one part a string; the rest between two strings
/// </code>
/// The compiler fills in relative references within a section itself and leaves no relocation for them. In text they are branches, which
/// <see cref="BranchRecovery"/> finds again; in constants nothing finds them, so that what lies between the first and the last part in
/// use stays. A string has none, and none leads to it: code and objects refer to it by its address.
/// </summary>
internal sealed class SectionSplitter
{
    private static readonly Dictionary<uint, Relocation?> NoReplacements = [];
    private readonly Dictionary<ObjectSection, List<LinkerInput>> _inputs = [];

    /// <summary>All parts, in file order.</summary>
    public IEnumerable<LinkerInput> Inputs => _inputs.Values.SelectMany(parts => parts);

    /// <summary>Splits the sections of a file, with some of its relocations replaced.</summary>
    public void Add(ObjectFile file, StaticCells? statics)
    {
        var symbols = file.Symbols.Where(s => s.Section is not null && !s.IsSection).ToLookup(s => s.Section!);
        foreach (var section in file.Sections)
        {
            var relocations = Replace(section.Relocations, statics?.Replacements.GetValueOrDefault(section) ?? NoReplacements);
            _inputs.Add(section, file.SubsectionsViaSymbols
                ? Split(file, section, [.. symbols[section]], relocations)
                : Cut(file, section, [0], relocations));
        }
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

    private static List<LinkerInput> Split(
        ObjectFile file, ObjectSection section, ObjectSymbol[] symbols, IReadOnlyCollection<Relocation> relocations) => section.Kind switch
    {
        SectionKind.Text => SplitText(file, section, symbols, relocations),
        SectionKind.ReadOnlyData => Cut(file, section, CompilerTables.FindCuts(section, symbols), relocations),
        _ => Cut(file, section, FindStrings(section, symbols), relocations),
    };

    /// <summary>Where strings begin and end. A string's symbol is behind the header that each object has.</summary>
    private static SortedSet<uint> FindStrings(ObjectSection section, ObjectSymbol[] symbols)
    {
        const uint HeaderBytes = 4;
        var starts = new SortedSet<uint> { 0 };
        var isBehindString = false;
        foreach (var symbol in symbols.OrderBy(symbol => symbol.Offset))
        {
            var isString = symbol.Name.StartsWith("__Str_", StringComparison.Ordinal);
            if (isString && symbol.Offset >= HeaderBytes)
                starts.Add(symbol.Offset - HeaderBytes);
            else if (isBehindString && symbol.Offset < section.Size)
                starts.Add(symbol.Offset);
            isBehindString = isString;
        }

        return starts;
    }

    private static List<LinkerInput> SplitText(
        ObjectFile file, ObjectSection section, ObjectSymbol[] symbols, IReadOnlyCollection<Relocation> relocations)
    {
        var starts = new SortedSet<uint> { 0 };
        starts.UnionWith(symbols.Select(s => s.Offset).Where(o => o < section.Size));
        return BranchRecovery.TryRecover(section, symbols, starts, relocations, out var all)
            ? Cut(file, section, starts, all)
            : Cut(file, section, [0], relocations);
    }

    private static IReadOnlyCollection<Relocation> Replace(
        IReadOnlyCollection<Relocation> relocations, Dictionary<uint, Relocation?> replacements) =>
        replacements.Count == 0
            ? relocations
            : [.. relocations.Where(r => !replacements.ContainsKey(r.Offset)), .. replacements.Values.OfType<Relocation>()];

    private static List<LinkerInput> Cut(
        ObjectFile file, ObjectSection section, IReadOnlyCollection<uint> starts, IReadOnlyCollection<Relocation> relocations)
    {
        uint[] cuts = [.. starts, section.Size];
        var parts = new List<LinkerInput>(starts.Count);
        for (var i = 0; i + 1 < cuts.Length; i++)
            parts.Add(new LinkerInput(file, section, cuts[i], cuts[i + 1]));
        var part = 0;
        foreach (var relocation in relocations.OrderBy(r => r.Offset))
        {
            while (relocation.Offset >= parts[part].End && part + 1 < parts.Count)
                part++;
            parts[part].Relocations.Add(relocation);
        }
        return parts;
    }
}
