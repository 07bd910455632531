using System.Diagnostics.CodeAnalysis;
using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>
/// Reads an ELF32 executable for IA-32: its loadable segments and symbols. Whatever the bytes are, the result is an image or findings.
/// </summary>
public static class ElfReader
{
    private const int MaxNameBytes = 4096;
    private const int NameBudgetFactor = 4;

    /// <summary>Reads an image.</summary>
    /// <param name="name">The file's name for messages.</param>
    /// <param name="bytes">The file's content.</param>
    /// <param name="diagnostics">Receives what is wrong with it.</param>
    /// <param name="image">The image.</param>
    /// <returns>Whether there is an image.</returns>
    public static bool TryRead(string name, ReadOnlyMemory<byte> bytes, DiagnosticBag diagnostics, [NotNullWhen(true)] out ElfImage? image)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(diagnostics);
        image = null;
        try
        {
            image = Read(new FileBytes(bytes));
            return true;
        }
        catch (FileFormatException e)
        {
            diagnostics.Report(ToolchainRules.NotAnElfImage, null, name, e.Message);
            return false;
        }
    }

    private static ElfImage Read(FileBytes source)
    {
        if (!source.Slice(0, 7, "identification").SequenceEqual(ElfConstants.Identification[..7]))
            throw FileFormatException.Damaged("it is no 32-bit little-endian ELF file");
        if (source.ReadUInt16(16, "header") != ElfConstants.TypeExecutable || source.ReadUInt16(18, "header") != ElfConstants.Machine386)
            throw FileFormatException.Damaged("it is no executable for the 80386");
        var sections = ReadSections(source);
        return new ElfImage
        {
            EntryPoint = source.ReadUInt32(24, "header"),
            Segments = ReadSegments(source, sections),
            Symbols = ReadSymbols(source, sections),
        };
    }

    private static List<ElfSection> ReadSections(FileBytes source)
    {
        long table = source.ReadUInt32(32, "header");
        int count = source.ReadUInt16(48, "header"), names = source.ReadUInt16(50, "header");
        if (count == 0)
            return [];
        if (source.ReadUInt16(46, "header") != ElfConstants.SectionHeaderSize)
            throw FileFormatException.Damaged("its section headers have an unknown size");
        source.Slice(table, (long)count * ElfConstants.SectionHeaderSize, "section headers");
        var rows = new List<ElfSection>(count);
        for (var i = 0; i < count; i++)
        {
            var at = table + (long)i * ElfConstants.SectionHeaderSize;
            rows.Add(new ElfSection(
                "",
                source.ReadUInt32(at, "section header"),
                source.ReadUInt32(at + 4, "section header"),
                source.ReadUInt32(at + 12, "section header"),
                source.ReadUInt32(at + 16, "section header"),
                source.ReadUInt32(at + 20, "section header"),
                source.ReadUInt32(at + 24, "section header")));
        }
        if (names >= rows.Count)
            throw FileFormatException.Damaged("its section names are in no section");
        var strings = rows[names];
        var budget = source.Length * NameBudgetFactor;
        return [.. rows.Select(r => r with { Name = ReadName(source, strings, r.NameOffset, ref budget) })];
    }

    private static List<ElfSegment> ReadSegments(FileBytes source, List<ElfSection> sections)
    {
        long table = source.ReadUInt32(28, "header");
        int count = source.ReadUInt16(44, "header");
        if (count > 0 && source.ReadUInt16(42, "header") != ElfConstants.ProgramHeaderSize)
            throw FileFormatException.Damaged("its program headers have an unknown size");
        var names = sections
            .Where(s => s.Type is ElfConstants.SectionProgramBits or ElfConstants.SectionNoBits)
            .DistinctBy(s => s.Address)
            .ToDictionary(s => s.Address, s => s.Name);
        var segments = new List<ElfSegment>();
        var budget = source.Length;
        for (var i = 0; i < count; i++)
        {
            var at = table + (long)i * ElfConstants.ProgramHeaderSize;
            if (source.ReadUInt32(at, "program header") != ElfConstants.SegmentLoad)
                continue;
            var virtualAddress = source.ReadUInt32(at + 8, "program header");
            var data = source.Slice(source.ReadUInt32(at + 4, "program header"), source.ReadUInt32(at + 16, "program header"), "segment");
            budget -= data.Length;
            if (budget < 0)
                throw FileFormatException.Damaged("its segments overlap in the file");
            segments.Add(new ElfSegment(
                names.GetValueOrDefault(virtualAddress, ""),
                ToAccess(source.ReadUInt32(at + 24, "program header")),
                virtualAddress,
                source.ReadUInt32(at + 12, "program header"),
                data.ToArray(),
                source.ReadUInt32(at + 20, "program header")));
        }
        return segments;
    }

    private static List<ElfSymbol> ReadSymbols(FileBytes source, List<ElfSection> sections)
    {
        if (sections.Find(s => s.Type == ElfConstants.SectionSymbolTable) is not { } table)
            return [];
        if (table.Link >= sections.Count)
            throw FileFormatException.Damaged("its symbol names are in no section");
        var strings = sections[(int)table.Link];
        source.Slice(table.Offset, table.Size, "symbol table");
        var symbols = new List<ElfSymbol>();
        var budget = source.Length * NameBudgetFactor;
        var end = table.Offset + (long)table.Size;
        for (long at = table.Offset + ElfConstants.SymbolSize; at + ElfConstants.SymbolSize <= end; at += ElfConstants.SymbolSize)
        {
            symbols.Add(new ElfSymbol(
                ReadName(source, strings, source.ReadUInt32(at, "symbol"), ref budget),
                source.ReadUInt32(at + 4, "symbol"),
                source.ReadUInt32(at + 8, "symbol"),
                (source.Slice(at + 12, 1, "symbol")[0] & 0xF) == ElfConstants.SymbolFunction));
        }
        return symbols;
    }

    private static string ReadName(FileBytes source, ElfSection strings, uint offset, ref long budget)
    {
        var text = source.Slice(strings.Offset, strings.Size, "string table");
        if (offset >= text.Length)
            throw FileFormatException.Damaged($"a name is at offset {offset} of a string table of {text.Length} bytes");
        text = text[(int)offset..];
        var length = text[..Math.Min(text.Length, MaxNameBytes)].IndexOf((byte)0);
        budget -= length;
        return length >= 0 && budget >= 0
            ? System.Text.Encoding.UTF8.GetString(text[..length])
            : throw FileFormatException.Damaged(
                $"a name has no end within {MaxNameBytes} bytes, or the names together are longer than the file");
    }

    private static SegmentAccess ToAccess(uint flags) => (flags & (ElfConstants.FlagExecute | ElfConstants.FlagWrite)) switch
    {
        0 => SegmentAccess.Read,
        ElfConstants.FlagExecute => SegmentAccess.ReadExecute,
        ElfConstants.FlagWrite => SegmentAccess.ReadWrite,
        _ => throw FileFormatException.Damaged("a segment is both writable and executable"),
    };

    private sealed record ElfSection(string Name, uint NameOffset, uint Type, uint Address, uint Offset, uint Size, uint Link);
}
