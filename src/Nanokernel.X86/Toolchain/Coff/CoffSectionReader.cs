using System.Globalization;
using System.Text;

namespace Nanokernel.X86.Toolchain;

/// <summary>Reads the section headers (40 bytes each), the raw data and the COMDAT properties.</summary>
internal static class CoffSectionReader
{
    private const int HeaderSize = 40;
    private const int RelocationSize = 10;

    public static List<CoffSection> Read(FileBytes source, CoffHeader header, IReadOnlyList<CoffSymbolRow> symbols)
    {
        var comdats = CoffComdatReader.Read(header.SectionCount, symbols);
        var sections = new List<CoffSection>();
        var budget = source.Length;
        for (var index = 0; index < header.SectionCount; index++)
        {
            var section = ReadOne(source, header, index, comdats);
            budget -= section.Section.Data.Length + section.RelocationCount * RelocationSize;
            if (budget < 0)
                throw FileFormatException.Damaged("its sections overlap: together they are larger than the file");
            sections.Add(section);
        }
        foreach (var (index, comdat) in comdats)
        {
            if (comdat.AssociatedIndex >= 0)
                sections[index].Section.AssociatedSection = sections[comdat.AssociatedIndex].Section;
        }
        return sections;
    }

    private static CoffSection ReadOne(
        FileBytes source, CoffHeader header, int index, Dictionary<int, CoffComdat> comdats)
    {
        var at = header.SectionTable + (long)index * HeaderSize;
        var what = $"header of section {index + 1}";
        var name = ReadName(source, header, at, what);
        var rawSize = source.ReadUInt32(at + 16, what);
        var rawOffset = source.ReadUInt32(at + 20, what);
        var flags = (CoffSectionFlags)source.ReadUInt32(at + 36, what);
        var kind = Classify(name, flags);
        var isComdat = (flags & CoffSectionFlags.LinkerComdat) != 0;
        var comdat = isComdat ? comdats.GetValueOrDefault(index) : null;
        if (isComdat && comdat is null && kind is not (SectionKind.Debug or SectionKind.Discarded))
            throw FileFormatException.Damaged($"section {index + 1} ({name}) is a COMDAT section without a COMDAT symbol");

        var section = new ObjectSection(name, kind)
        {
            Alignment = ReadAlignment(flags, index, name),
            Data = kind == SectionKind.ZeroFill
                ? []
                : source.Slice(rawOffset, rawSize, $"content of section {index + 1} ({name})").ToArray(),
            Size = rawSize,
            ComdatName = comdat?.Name,
            ComdatSelection = comdat?.Selection ?? ComdatSelection.Any,
        };
        var (table, count) = ReadRelocationTable(source, at, flags, $"relocations of section {index + 1} ({name})");
        if (kind == SectionKind.ZeroFill && count > 0)
            throw FileFormatException.Damaged($"section {index + 1} ({name}) has no content, yet {count} relocations");
        return new CoffSection(section, table, count);
    }

    private static string ReadName(FileBytes source, CoffHeader header, long at, string what)
    {
        var field = source.Slice(at, 8, what);
        var length = field.IndexOf((byte)0);
        var name = Encoding.UTF8.GetString(length < 0 ? field : field[..length]);
        if (!name.StartsWith('/'))
            return name;
        if (!uint.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
            throw FileFormatException.Damaged($"the name '{name}' in the {what} is no offset into the string table");
        return CoffSymbolReader.ReadString(source, header, offset, what);
    }

    private static (long Table, long Count) ReadRelocationTable(FileBytes source, long at, CoffSectionFlags flags, string what)
    {
        long table = source.ReadUInt32(at + 24, what);
        long count = source.ReadUInt16(at + 32, what);
        if ((flags & CoffSectionFlags.ExtendedRelocations) != 0 && count == 0xFFFF)
        {
            // The first entry is no relocation: it holds the count, itself included, when 16 bits do not suffice.
            count = source.ReadUInt32(table, what);
            if (count == 0)
                throw FileFormatException.Damaged($"{what}: the extended count is 0");
            count--;
            table += RelocationSize;
        }
        source.Slice(table, count * RelocationSize, what);
        return (table, count);
    }

    private static uint ReadAlignment(CoffSectionFlags flags, int index, string name)
    {
        var code = (int)(flags & CoffSectionFlags.AlignmentMask) >> 20;
        return code switch
        {
            0 => 16,
            <= 13 => 1u << (code - 1),
            14 => throw FileFormatException.Unsupported($"section {index + 1} ({name}) aligned to 8192 bytes, more than a page"),
            _ => throw FileFormatException.Damaged($"section {index + 1} ({name}) has alignment code 15, which says nothing"),
        };
    }

    private static SectionKind Classify(string name, CoffSectionFlags flags)
    {
        if (name.StartsWith(".debug", StringComparison.Ordinal))
            return SectionKind.Debug;
        if ((flags & (CoffSectionFlags.LinkerInformation | CoffSectionFlags.LinkerRemove | CoffSectionFlags.Discardable)) != 0
            || IsNamed(name, ".pdata") || IsNamed(name, ".xdata"))
            return SectionKind.Discarded;
        if ((flags & (CoffSectionFlags.Code | CoffSectionFlags.Execute)) != 0)
        {
            return (flags & CoffSectionFlags.Write) == 0
                ? SectionKind.Text
                : throw FileFormatException.Unsupported($"a section ({name}) that is both writable and executable");
        }
        if ((flags & CoffSectionFlags.UninitializedData) != 0)
            return SectionKind.ZeroFill;
        return (flags & CoffSectionFlags.Write) != 0 ? SectionKind.Data : SectionKind.ReadOnlyData;
    }

    private static bool IsNamed(string name, string group) =>
        name.StartsWith(group, StringComparison.Ordinal) && (name.Length == group.Length || name[group.Length] == '$');
}
