namespace Nanokernel.X86.Toolchain;

/// <summary>Marks what the roots reach, and collects the names that are nowhere defined with those who use them.</summary>
internal sealed class LivenessMarker(SymbolResolver resolver, SectionSplitter splitter)
{
    private readonly Queue<LinkerInput> _pending = new();
    private readonly HashSet<ObjectSection> _keptSections = [];
    private readonly HashSet<ObjectSection> _associatesVisited = [];

    /// <summary>Undefined names in the order met, each with the parts that use it.</summary>
    public Dictionary<string, HashSet<LinkerInput>> Undefined { get; } = new(StringComparer.Ordinal);

    public void Mark(IEnumerable<ObjectSymbol> roots, ILookup<ObjectSection, ObjectSection> associates)
    {
        foreach (var root in roots)
            Visit(root);
        while (_pending.TryDequeue(out var input))
        {
            foreach (var relocation in input.Relocations)
            {
                if (resolver.Resolve(relocation.Symbol) is { } target)
                    Visit(target);
                else
                    AddUndefined(relocation.Symbol.Name, input);
            }
            if (_associatesVisited.Add(input.Section))
            {
                foreach (var section in associates[input.Section])
                    KeepSection(section);
            }
        }
    }

    private void Visit(ObjectSymbol symbol)
    {
        if (symbol.Section is not { } section)
            return;
        if (symbol.IsSection)
            KeepSection(section);
        else
            Keep(splitter.Find(section, symbol.Offset));
    }

    private void KeepSection(ObjectSection section)
    {
        if (!_keptSections.Add(section))
            return;
        foreach (var part in splitter.PartsOf(section))
            Keep(part);
    }

    private void Keep(LinkerInput input)
    {
        if (input.IsLive || input.Section.Kind is SectionKind.Debug or SectionKind.Discarded)
            return;
        input.IsLive = true;
        _pending.Enqueue(input);
    }

    private void AddUndefined(string name, LinkerInput input)
    {
        if (!Undefined.TryGetValue(name, out var users))
            Undefined.Add(name, users = []);
        users.Add(input);
    }
}
