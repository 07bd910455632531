namespace Nanokernel.X86.Toolchain;

/// <summary>
/// Finds the COMDAT properties of sections: a section symbol (static, value 0, with an auxiliary record) carries the selection,
/// and the next symbol of the same section is the COMDAT symbol.
/// </summary>
internal static class CoffComdatReader
{
    public static Dictionary<int, CoffComdat> Read(int sectionCount, IReadOnlyList<CoffSymbolRow> symbols)
    {
        var selections = new Dictionary<int, (byte Code, int Associated)>();
        var comdats = new Dictionary<int, CoffComdat>();
        foreach (var symbol in symbols)
        {
            var section = symbol.SectionNumber - 1;
            if (symbol.IsAuxiliary || section < 0)
                continue;
            if (symbol.IsSectionDefinition && !selections.ContainsKey(section))
            {
                if (symbol.AuxiliarySelection == 0)
                    continue;
                selections.Add(section, (symbol.AuxiliarySelection, symbol.AuxiliarySectionNumber - 1));
                if (symbol.AuxiliarySelection == Associative)
                    comdats.Add(section, MakeAssociative(section, symbol.AuxiliarySectionNumber - 1, sectionCount));
            }
            else if (selections.TryGetValue(section, out var selection) && !comdats.ContainsKey(section))
            {
                comdats.Add(section, new CoffComdat(symbol.Name, ToSelection(selection.Code, section), -1));
            }
        }
        return comdats;
    }

    private const byte Associative = 5;

    private static CoffComdat MakeAssociative(int section, int associated, int sectionCount)
    {
        if (associated < 0 || associated >= sectionCount || associated == section)
            throw FileFormatException.Damaged($"section {section + 1} is associated with section {associated + 1}, which cannot be");
        return new CoffComdat(null, ComdatSelection.Any, associated);
    }

    private static ComdatSelection ToSelection(byte code, int section) => code switch
    {
        1 => ComdatSelection.NoDuplicates,
        2 => ComdatSelection.Any,
        3 => ComdatSelection.SameSize,
        4 => ComdatSelection.ExactMatch,
        6 => ComdatSelection.Largest,
        _ => throw FileFormatException.Damaged($"section {section + 1} has the unknown COMDAT selection {code}"),
    };
}
