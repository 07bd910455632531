using System.Text;

namespace Nanokernel.X86.Toolchain;

/// <summary>
/// The tables of an ELF32 executable for IA-32 as they stand in the file. Whatever the bytes are, reading ends in tables or in a
/// <see cref="FileFormatException"/>, in time and memory that the file's own size bounds.
/// </summary>
internal sealed class ElfFile
{
    private const int MaxNameBytes = 4096;
    private const int NameBudgetFactor = 4;

    private readonly FileBytes _source;

    private ElfFile(FileBytes source)
    {
        _source = source;
        EntryPoint = source.ReadUInt32(24, "header");
        Sections = ReadSections();
        ProgramHeaders = ReadProgramHeaders();
        Symbols = ReadSymbols();
    }

    /// <summary>The address where the program begins.</summary>
    public uint EntryPoint { get; }

    /// <summary>What a loader is told, in file order.</summary>
    public IReadOnlyList<ElfProgramHeader> ProgramHeaders { get; }

    /// <summary>The sections, in file order; none in a file that has been stripped of them.</summary>
    public IReadOnlyList<ElfSection> Sections { get; }

    /// <summary>The symbols, in file order.</summary>
    public IReadOnlyList<ElfSymbol> Symbols { get; }

    /// <summary>Reads the tables.</summary>
    public static ElfFile Read(ReadOnlyMemory<byte> bytes)
    {
        var source = new FileBytes(bytes);
        if (!source.Slice(0, 7, "identification").SequenceEqual(ElfConstants.Identification[..7]))
            throw FileFormatException.Damaged("it is no 32-bit little-endian ELF file");
        if (source.ReadUInt16(16, "header") != ElfConstants.TypeExecutable || source.ReadUInt16(18, "header") != ElfConstants.Machine386)
            throw FileFormatException.Damaged("it is no executable for the 80386");
        return new ElfFile(source);
    }

    /// <summary>The bytes of a segment that are in the file.</summary>
    public ReadOnlySpan<byte> DataOf(ElfProgramHeader segment) => _source.Slice(segment.Offset, segment.FileBytes, "segment");

    /// <summary>The bytes of a section.</summary>
    public ReadOnlySpan<byte> DataOf(ElfSection section) => _source.Slice(section.Offset, section.Size, "section");

    private List<ElfSection> ReadSections()
    {
        long table = _source.ReadUInt32(32, "header");
        int count = _source.ReadUInt16(48, "header"), names = _source.ReadUInt16(50, "header");
        if (count == 0)
            return [];
        if (_source.ReadUInt16(46, "header") != ElfConstants.SectionHeaderSize)
            throw FileFormatException.Damaged("its section headers have an unknown size");
        _source.Slice(table, (long)count * ElfConstants.SectionHeaderSize, "section headers");
        var rows = new List<(uint NameOffset, ElfSection Section)>(count);
        for (var i = 0; i < count; i++)
        {
            var at = table + (long)i * ElfConstants.SectionHeaderSize;
            rows.Add((_source.ReadUInt32(at, "section header"), new ElfSection(
                "",
                _source.ReadUInt32(at + 4, "section header"),
                _source.ReadUInt32(at + 12, "section header"),
                _source.ReadUInt32(at + 16, "section header"),
                _source.ReadUInt32(at + 20, "section header"),
                _source.ReadUInt32(at + 24, "section header"))));
        }
        if (names >= rows.Count)
            throw FileFormatException.Damaged("its section names are in no section");
        var strings = rows[names].Section;
        var budget = _source.Length * NameBudgetFactor;
        return [.. rows.Select(row => row.Section with { Name = ReadName(strings, row.NameOffset, ref budget) })];
    }

    private List<ElfProgramHeader> ReadProgramHeaders()
    {
        long table = _source.ReadUInt32(28, "header");
        int count = _source.ReadUInt16(44, "header");
        if (count > 0 && _source.ReadUInt16(42, "header") != ElfConstants.ProgramHeaderSize)
            throw FileFormatException.Damaged("its program headers have an unknown size");
        var headers = new List<ElfProgramHeader>();
        var budget = _source.Length;
        for (var i = 0; i < count; i++)
        {
            var at = table + (long)i * ElfConstants.ProgramHeaderSize;
            var header = new ElfProgramHeader(
                _source.ReadUInt32(at, "program header"),
                _source.ReadUInt32(at + 4, "program header"),
                _source.ReadUInt32(at + 8, "program header"),
                _source.ReadUInt32(at + 12, "program header"),
                _source.ReadUInt32(at + 16, "program header"),
                _source.ReadUInt32(at + 20, "program header"),
                _source.ReadUInt32(at + 24, "program header"));
            headers.Add(header);
            if (header.Type != ElfConstants.SegmentLoad)
                continue;
            budget -= DataOf(header).Length;
            if (budget < 0)
                throw FileFormatException.Damaged("its segments overlap in the file");
        }
        return headers;
    }

    private List<ElfSymbol> ReadSymbols()
    {
        if (Sections.FirstOrDefault(s => s.Type == ElfConstants.SectionSymbolTable) is not { } table)
            return [];
        if (table.Link >= Sections.Count)
            throw FileFormatException.Damaged("its symbol names are in no section");
        var strings = Sections[(int)table.Link];
        DataOf(table);
        var symbols = new List<ElfSymbol>();
        var budget = _source.Length * NameBudgetFactor;
        var end = table.Offset + (long)table.Size;
        for (long at = table.Offset + ElfConstants.SymbolSize; at + ElfConstants.SymbolSize <= end; at += ElfConstants.SymbolSize)
        {
            symbols.Add(new ElfSymbol(
                ReadName(strings, _source.ReadUInt32(at, "symbol"), ref budget),
                _source.ReadUInt32(at + 4, "symbol"),
                _source.ReadUInt32(at + 8, "symbol"),
                (_source.Slice(at + 12, 1, "symbol")[0] & 0xF) == ElfConstants.SymbolFunction));
        }
        return symbols;
    }

    private string ReadName(ElfSection strings, uint offset, ref long budget)
    {
        var text = _source.Slice(strings.Offset, strings.Size, "string table");
        if (offset >= text.Length)
            throw FileFormatException.Damaged($"a name is at offset {offset} of a string table of {text.Length} bytes");
        text = text[(int)offset..];
        var length = text[..Math.Min(text.Length, MaxNameBytes)].IndexOf((byte)0);
        budget -= length;
        return length >= 0 && budget >= 0
            ? Encoding.UTF8.GetString(text[..length])
            : throw FileFormatException.Damaged(
                $"a name has no end within {MaxNameBytes} bytes, or the names together are longer than the file");
    }
}

/// <summary>A row of an ELF file's program headers.</summary>
internal sealed record ElfProgramHeader(
    uint Type, uint Offset, uint VirtualAddress, uint PhysicalAddress, uint FileBytes, uint MemoryBytes, uint Flags);

/// <summary>A row of an ELF file's section headers.</summary>
internal sealed record ElfSection(string Name, uint Type, uint Address, uint Offset, uint Size, uint Link);
