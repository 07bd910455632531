using System.Buffers.Binary;
using System.Text;

namespace Nanokernel.X86.Toolchain;

/// <summary>Reads the symbol table (18 bytes a record) and the strings behind it.</summary>
internal static class CoffSymbolReader
{
    private const byte ClassExternal = 2;
    private const byte ClassStatic = 3;
    private const byte ClassFile = 103;
    private const byte ClassWeakExternal = 105;
    private const int SectionAbsolute = -1;
    private const int SectionDebug = -2;
    private const ushort TypeFunction = 0x20;
    private const int MaxNameLength = 1 << 16;

    /// <summary>The records, index for index as relocations count them.</summary>
    public static List<CoffSymbolRow> ReadRows(FileBytes source, CoffHeader header)
    {
        if (header.SymbolCount == 0)
            return [];
        source.Slice(header.SymbolTable, header.SymbolCount * CoffHeader.SymbolSize, "symbol table");
        var rows = new List<CoffSymbolRow>();
        long nameBudget = source.Length + header.SymbolCount * 8;
        for (long index = 0; index < header.SymbolCount;)
        {
            var what = $"symbol {index}";
            var record = source.Slice(header.SymbolTable + index * CoffHeader.SymbolSize, CoffHeader.SymbolSize, what);
            var auxiliaries = record[17];
            if (index + auxiliaries >= header.SymbolCount)
                throw FileFormatException.Damaged($"{what} has {auxiliaries} auxiliary records, more than the table has left");
            var row = ReadRow(source, header, index, record, auxiliaries, what);
            nameBudget -= row.Name.Length;
            if (nameBudget < 0)
                throw FileFormatException.Damaged("the symbols' names together are longer than the file");
            rows.Add(row);
            for (var i = 0; i < auxiliaries; i++)
                rows.Add(CoffSymbolRow.Auxiliary);
            index += 1 + auxiliaries;
        }
        return rows;
    }

    /// <summary>The symbols in the model; null for auxiliary records and what is of no use to a linker.</summary>
    public static ObjectSymbol?[] MakeSymbols(IReadOnlyList<CoffSymbolRow> rows, IReadOnlyList<CoffSection> sections)
    {
        var symbols = new ObjectSymbol?[rows.Count];
        for (var index = 0; index < rows.Count; index++)
        {
            if (!rows[index].IsAuxiliary)
                symbols[index] = MakeSymbol(rows[index], index, sections);
        }
        return symbols;
    }

    /// <summary>A zero-terminated string of the string table.</summary>
    public static string ReadString(FileBytes source, CoffHeader header, long offset, string what)
    {
        if (header.StringTable < 0)
            throw FileFormatException.Damaged($"the name in {what} is in the string table, which the object lacks");
        var size = source.ReadUInt32(header.StringTable, "size of the string table");
        var table = source.Slice(header.StringTable, Math.Max(size, 4), "string table");
        if (offset < 4 || offset >= table.Length)
            throw FileFormatException.Damaged(
                $"the name in {what} is at offset {offset} of the string table, which has {table.Length} bytes");
        var text = table[(int)offset..];
        var length = text.IndexOf((byte)0);
        if (length is < 0 or > MaxNameLength)
            throw FileFormatException.Damaged($"the name in {what} has no end within {MaxNameLength} bytes");
        return Encoding.UTF8.GetString(text[..length]);
    }

    private static CoffSymbolRow ReadRow(
        FileBytes source, CoffHeader header, long index, ReadOnlySpan<byte> record, byte auxiliaries, string what)
    {
        var storageClass = record[16];
        var sectionNumber = BinaryPrimitives.ReadInt16LittleEndian(record[12..]);
        var value = BinaryPrimitives.ReadUInt32LittleEndian(record[8..]);
        var isDefinition = storageClass == ClassStatic && auxiliaries > 0 && value == 0 && sectionNumber > 0;
        var auxiliary = isDefinition
            ? source.Slice(header.SymbolTable + (index + 1) * CoffHeader.SymbolSize, CoffHeader.SymbolSize, what)
            : default;
        return new CoffSymbolRow(
            ReadName(source, header, record, what),
            value,
            sectionNumber,
            BinaryPrimitives.ReadUInt16LittleEndian(record[14..]),
            storageClass,
            IsAuxiliary: false,
            isDefinition,
            isDefinition ? BinaryPrimitives.ReadUInt16LittleEndian(auxiliary[12..]) : 0,
            isDefinition ? auxiliary[14] : (byte)0);
    }

    private static string ReadName(FileBytes source, CoffHeader header, ReadOnlySpan<byte> record, string what)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(record) == 0)
            return ReadString(source, header, BinaryPrimitives.ReadUInt32LittleEndian(record[4..]), what);
        var length = record[..8].IndexOf((byte)0);
        return Encoding.UTF8.GetString(length < 0 ? record[..8] : record[..length]);
    }

    private static ObjectSymbol? MakeSymbol(CoffSymbolRow row, int index, IReadOnlyList<CoffSection> sections)
    {
        var isGlobal = row.StorageClass == ClassExternal;
        switch (row.SectionNumber)
        {
            case 0 when row.StorageClass == ClassWeakExternal:
                throw FileFormatException.Unsupported($"the weak symbol '{row.Name}'");
            case 0 when isGlobal && row.Value != 0:
                throw FileFormatException.Unsupported($"the common symbol '{row.Name}'");
            case 0:
                return isGlobal ? new ObjectSymbol(row.Name) { IsGlobal = true } : null;
            case SectionAbsolute:
                return new ObjectSymbol(row.Name) { IsAbsolute = true, Offset = row.Value, IsGlobal = isGlobal };
            case SectionDebug:
                return null;
            case var number when number < 0 || number > sections.Count:
                throw FileFormatException.Damaged($"symbol {index} ('{row.Name}') is in section {number} of {sections.Count}");
            case var number:
                if (row.StorageClass == ClassFile)
                    return null;
                var section = sections[number - 1].Section;
                if (row.Value > section.Size)
                    throw FileFormatException.Damaged(
                        $"symbol {index} ('{row.Name}') is at offset 0x{row.Value:X} of section '{section.Name}', "
                        + $"which has 0x{section.Size:X} bytes");
                return new ObjectSymbol(row.Name)
                {
                    Section = section,
                    Offset = row.Value,
                    IsGlobal = isGlobal,
                    IsSection = row.IsSectionDefinition,
                    IsFunction = row.Type == TypeFunction || (section.Kind == SectionKind.Text && isGlobal),
                };
        }
    }
}
