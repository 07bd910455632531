namespace Nanokernel.X86.Toolchain;

/// <summary>
/// Makes the ELF file of a program for debuggers: nobody boots it. It has the program's segments as sections, for the debugger to disassemble
/// without a machine, its symbols, and DWARF.
/// <code>
/// ELF header | sections' content, one behind the other | section headers
/// </code>
/// </summary>
internal static class DebugFile
{
    private const uint Alignment = 4;

    /// <summary>Makes the file.</summary>
    public static byte[] Write(DebugProgram program)
    {
        var image = program.Image;
        var functions = DebugFunction.Of(image);
        var files = new DwarfSourceFiles(functions);
        var strings = new ElfStringTable();
        var symbols = MakeSymbols(image, strings);
        FrameEntry EntryOf(DebugFunction function) => program.Entries.GetValueOrDefault(function.Address, FrameEntry.Called);

        List<ElfDebugSection> sections =
        [
            .. image.Segments.Select(ElfDebugSection.Of),
            new(".debug_abbrev", DwarfUnit.WriteAbbreviations()),
            new(".debug_info", DwarfUnit.Write(image.Name, functions, files)),
            new(".debug_line", DwarfLineTable.Write(functions, files)),
            new(".debug_frame", DwarfFrameTable.Write(functions, EntryOf, program.ContextPointer)),
        ];
        var symbolTable = sections.Count + 1;
        sections.Add(new(".symtab", symbols)
        {
            Type = ElfConstants.SectionSymbolTable,
            Link = (uint)symbolTable + 1,
            Info = (uint)(symbols.Length / ElfConstants.SymbolSize),
            EntryBytes = ElfConstants.SymbolSize,
        });
        sections.Add(new(".strtab", strings.Bytes.ToArray()) { Type = ElfConstants.SectionStringTable });
        return Write(sections, image.EntryAddress);
    }

    private static byte[] Write(List<ElfDebugSection> sections, uint entryPoint)
    {
        var names = new ElfStringTable();
        foreach (var section in sections)
            names.Add(section.Name);
        names.Add(".shstrtab");
        sections.Add(new(".shstrtab", names.Bytes.ToArray()) { Type = ElfConstants.SectionStringTable });

        var offsets = new uint[sections.Count];
        var at = (uint)ElfConstants.HeaderSize;
        for (var i = 0; i < sections.Count; i++)
        {
            offsets[i] = at;
            at = (at + (uint)sections[i].Content.Length + Alignment - 1) / Alignment * Alignment;
        }

        // The first section header is empty by definition.
        var writer = new ElfFieldWriter(new byte[at + (sections.Count + 1) * ElfConstants.SectionHeaderSize]);
        writer.WriteBytes(0, ElfConstants.Identification);
        writer.Write16(16, ElfConstants.TypeExecutable);
        writer.Write16(18, ElfConstants.Machine386);
        writer.Write32(20, 1);
        writer.Write32(24, entryPoint);
        writer.Write32(32, at);
        writer.Write16(40, ElfConstants.HeaderSize);
        writer.Write16(46, ElfConstants.SectionHeaderSize);
        writer.Write16(48, (ushort)(sections.Count + 1));
        writer.Write16(50, (ushort)sections.Count);
        for (var i = 0; i < sections.Count; i++)
        {
            writer.WriteBytes(offsets[i], sections[i].Content.Span);
            sections[i].WriteHeader(writer, at + (i + 1) * ElfConstants.SectionHeaderSize, names.Add(sections[i].Name), offsets[i]);
        }

        return writer.Bytes;
    }

    private static byte[] MakeSymbols(LinkedImage image, ElfStringTable strings)
    {
        var writer = new ElfFieldWriter(new byte[(image.Symbols.Count + 1) * ElfConstants.SymbolSize]);
        for (var i = 0; i < image.Symbols.Count; i++)
        {
            var symbol = image.Symbols[i];
            var at = (i + 1) * ElfConstants.SymbolSize;
            var section = image.Segments.ToList().FindIndex(segment => segment.Contains(symbol.Address));
            writer.Write32(at, strings.Add(symbol.DisplayName));
            writer.Write32(at + 4, symbol.Address);
            writer.Write32(at + 8, symbol.Size);
            writer.Bytes[at + 12] = symbol.IsFunction ? ElfConstants.SymbolFunction : ElfConstants.SymbolObject;
            writer.Write16(at + 14, section < 0 ? ElfConstants.SectionIndexAbsolute : (ushort)(section + 1));
        }

        return writer.Bytes;
    }
}
