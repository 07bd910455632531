using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>Decides which definition each name means, and which copy of each COMDAT section stays.</summary>
internal sealed class SymbolResolver
{
    private readonly LinkRequest _request;
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, (ObjectFile File, ObjectSymbol Symbol)> _definitions = new(StringComparer.Ordinal);
    private readonly HashSet<ObjectSection> _dropped = [];

    public SymbolResolver(LinkRequest request, DiagnosticBag diagnostics)
    {
        _request = request;
        _diagnostics = diagnostics;
        SelectComdats();
        foreach (var file in request.Objects)
        {
            foreach (var symbol in file.Symbols)
            {
                if (symbol.IsGlobal && !symbol.IsUndefined && !IsDropped(symbol.Section))
                    Define(file, symbol);
            }
        }
    }

    /// <summary>Whether another copy of the section was chosen, or it went with one.</summary>
    public bool IsDropped(ObjectSection? section)
    {
        for (var steps = 0; section is not null && steps < 64; steps++, section = section.AssociatedSection)
        {
            if (_dropped.Contains(section))
                return true;
        }
        return false;
    }

    /// <summary>The definition that a reference means; null when there is none, an absolute symbol when the value is given.</summary>
    public ObjectSymbol? Resolve(ObjectSymbol symbol)
    {
        if (!symbol.IsUndefined && !IsDropped(symbol.Section))
            return symbol;
        return symbol.IsGlobal || symbol.IsUndefined ? Resolve(symbol.Name) : null;
    }

    /// <summary>The definition of a name.</summary>
    public ObjectSymbol? Resolve(string name)
    {
        if (_definitions.TryGetValue(name, out var definition))
            return definition.Symbol;
        return _request.AbsoluteSymbols.TryGetValue(name, out var value)
            ? new ObjectSymbol(name) { IsAbsolute = true, Offset = value }
            : null;
    }

    private void SelectComdats()
    {
        var chosen = new Dictionary<string, (ObjectFile File, ObjectSection Section)>(StringComparer.Ordinal);
        foreach (var file in _request.Objects)
        {
            foreach (var section in file.Sections)
            {
                if (section.ComdatName is not { } name || section.Kind is SectionKind.Debug or SectionKind.Discarded)
                    continue;
                if (!chosen.TryGetValue(name, out var first))
                    chosen.Add(name, (file, section));
                else if (section.ComdatSelection == ComdatSelection.Largest && section.Size > first.Section.Size)
                {
                    _dropped.Add(first.Section);
                    chosen[name] = (file, section);
                }
                else
                {
                    _dropped.Add(section);
                    if (IsConflict(first.Section, section))
                        ReportDuplicate(name, first.File, file);
                }
            }
        }
    }

    private static bool IsConflict(ObjectSection first, ObjectSection second) => second.ComdatSelection switch
    {
        ComdatSelection.NoDuplicates => true,
        ComdatSelection.SameSize => first.Size != second.Size,
        ComdatSelection.ExactMatch => !first.Data.AsSpan().SequenceEqual(second.Data),
        _ => false,
    };

    private void Define(ObjectFile file, ObjectSymbol symbol)
    {
        if (_request.AbsoluteSymbols.ContainsKey(symbol.Name))
            ReportDuplicate(symbol.Name, "a given value", file.Name);
        else if (!_definitions.TryAdd(symbol.Name, (file, symbol)))
            ReportDuplicate(symbol.Name, _definitions[symbol.Name].File, file);
    }

    private void ReportDuplicate(string name, ObjectFile first, ObjectFile second) => ReportDuplicate(name, first.Name, second.Name);

    private void ReportDuplicate(string name, string first, string second) =>
        _diagnostics.Report(ToolchainRules.DuplicateSymbol, null, _request.Name, name, first, second);
}
