namespace Nanokernel.X86.Toolchain;

/// <summary>
/// The tables that the compiler writes for reflection, type loading and start-up of the full runtime. Only the header of the full runtime
/// refers to them, so that they can go when it does.
/// </summary>
internal static class CompilerTables
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "__ReadyToRunHeader", "__embedded_metadata", "__embedded_resourcedata", "__embedded_resourceindex", "__nativelayoutinfo",
        "__exact_method_instantiations", "__generic_types_hashtable", "__generic_methods_hashtable", "__gvm_table",
        "__interface_gvm_table", "__GenericMethodsTemplateMap", "__GenericTypesTemplateMap", "_StaticsInfoHashtableNode",
        "__VirtualInvokeMap", "_stacktrace_methodRVA_to_token_mapping",
    };

    /// <summary>Where to cut a section of constants: behind the tables at its front, and before those at its back.</summary>
    public static IReadOnlyCollection<uint> FindCuts(ObjectSection section, IEnumerable<ObjectSymbol> symbols)
    {
        var others = symbols.Where(s => !IsTable(s.Name)).Select(s => s.Offset).ToList();
        var tables = symbols.Where(s => IsTable(s.Name)).Select(s => s.Offset).ToList();
        var cuts = new SortedSet<uint> { 0 };
        if (tables.Count == 0)
            return cuts;
        var firstOther = others.Count == 0 ? section.Size : others.Min();
        var lastOther = others.Count == 0 ? 0 : others.Max();
        if (tables.Min() == 0 && firstOther < section.Size)
            cuts.Add(firstOther);
        var back = tables.Where(t => t > lastOther).DefaultIfEmpty(section.Size).Min();
        if (back < section.Size)
            cuts.Add(back);
        return cuts;
    }

    private static bool IsTable(string name) =>
        Names.Contains(name)
        || (name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("_map", StringComparison.Ordinal))
        || name.StartsWith("__external_", StringComparison.Ordinal);
}
