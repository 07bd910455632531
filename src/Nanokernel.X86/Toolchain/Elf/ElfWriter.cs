using System.Diagnostics.CodeAnalysis;
using Nanokernel.Abi;
using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>Writes an ELF32 executable that a Multiboot loader starts. See <see cref="ElfLayout"/> for the order of its pieces.</summary>
public static class ElfWriter
{
    /// <summary>Writes an image after checking it with <see cref="ElfValidator"/>.</summary>
    /// <param name="image">The image.</param>
    /// <param name="diagnostics">Receives what a boot loader would stumble on.</param>
    /// <param name="file">The file's bytes.</param>
    /// <returns>Whether there is a file.</returns>
    public static bool TryWrite(ElfImage image, DiagnosticBag diagnostics, [NotNullWhen(true)] out byte[]? file)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(diagnostics);
        file = null;
        if (!ElfValidator.Validate(image, diagnostics))
            return false;
        var bytes = Write(image);
        if (MultibootHeader.WhyNotFound(bytes) is { } reason)
        {
            diagnostics.Report(ToolchainRules.MultibootHeaderMissing, null, reason);
            return false;
        }
        file = bytes;
        return true;
    }

    private static byte[] Write(ElfImage image)
    {
        var strings = new ElfStringTable();
        var symbols = MakeSymbols(image, strings);
        var names = new ElfStringTable();
        var sectionNames = image.Segments.Select(s => names.Add(s.Name)).ToArray();
        uint symbolsName = names.Add(".symtab"), stringsName = names.Add(".strtab"), namesName = names.Add(".shstrtab");
        var layout = new ElfLayout(image, symbols.Length, strings.Bytes.Length, names.Bytes.Length);
        var writer = new ElfFieldWriter(new byte[layout.FileBytes]);

        WriteHeader(writer, image, layout);
        for (var i = 0; i < image.Segments.Count; i++)
        {
            WriteProgramHeader(writer, i, image.Segments[i], layout.SegmentOffsets[i]);
            writer.WriteBytes(layout.SegmentOffsets[i], image.Segments[i].Data.Span);
            WriteSegmentSection(writer, layout, i, sectionNames[i], image.Segments[i]);
        }
        writer.WriteBytes(layout.Symbols, symbols);
        writer.WriteBytes(layout.Strings, strings.Bytes);
        writer.WriteBytes(layout.Names, names.Bytes);

        var index = image.Segments.Count + 1;
        writer.WriteSection(layout, index, symbolsName, ElfConstants.SectionSymbolTable, 0, 0, layout.Symbols, symbols.Length,
            link: (uint)index + 1, info: (uint)(symbols.Length / ElfConstants.SymbolSize), alignment: 4,
            entrySize: ElfConstants.SymbolSize);
        writer.WriteSection(layout, index + 1, stringsName, ElfConstants.SectionStringTable, 0, 0, layout.Strings, strings.Bytes.Length);
        writer.WriteSection(layout, index + 2, namesName, ElfConstants.SectionStringTable, 0, 0, layout.Names, names.Bytes.Length);
        return writer.Bytes;
    }

    private static void WriteHeader(ElfFieldWriter writer, ElfImage image, ElfLayout layout)
    {
        writer.WriteBytes(0, ElfConstants.Identification);
        writer.Write16(16, ElfConstants.TypeExecutable);
        writer.Write16(18, ElfConstants.Machine386);
        writer.Write32(20, 1);
        writer.Write32(24, image.EntryPoint);
        writer.Write32(28, ElfConstants.HeaderSize);
        writer.Write32(32, (uint)layout.SectionHeaders);
        writer.Write16(40, ElfConstants.HeaderSize);
        writer.Write16(42, ElfConstants.ProgramHeaderSize);
        writer.Write16(44, (ushort)image.Segments.Count);
        writer.Write16(46, ElfConstants.SectionHeaderSize);
        writer.Write16(48, (ushort)(image.Segments.Count + 4));
        writer.Write16(50, (ushort)(image.Segments.Count + 3));
    }

    private static void WriteProgramHeader(ElfFieldWriter writer, int index, ElfSegment segment, long offset)
    {
        var at = ElfConstants.HeaderSize + index * ElfConstants.ProgramHeaderSize;
        writer.Write32(at, ElfConstants.SegmentLoad);
        writer.Write32(at + 4, (uint)offset);
        writer.Write32(at + 8, segment.VirtualAddress);
        writer.Write32(at + 12, segment.PhysicalAddress);
        writer.Write32(at + 16, (uint)segment.Data.Length);
        writer.Write32(at + 20, segment.MemoryBytes);
        writer.Write32(at + 24, ElfConstants.ToFlags(segment.Access));
        writer.Write32(at + 28, VirtualMemoryMap.PageSize);
    }

    private static void WriteSegmentSection(ElfFieldWriter writer, ElfLayout layout, int index, uint name, ElfSegment segment)
    {
        // A segment without bytes is a NOBITS section. One with both keeps the zero-filled rest out of its section: sections cannot say
        // that.
        var isEmpty = segment.Data.IsEmpty;
        var flags = ElfConstants.SectionFlagAllocate | segment.Access switch
        {
            SegmentAccess.ReadExecute => ElfConstants.SectionFlagExecute,
            SegmentAccess.ReadWrite => ElfConstants.SectionFlagWrite,
            _ => 0,
        };
        writer.WriteSection(layout, index + 1, name, isEmpty ? ElfConstants.SectionNoBits : ElfConstants.SectionProgramBits, flags,
            segment.VirtualAddress, layout.SegmentOffsets[index], isEmpty ? segment.MemoryBytes : segment.Data.Length);
    }

    private static byte[] MakeSymbols(ElfImage image, ElfStringTable strings)
    {
        // The first entry is empty by definition. All are local: nothing is to be linked against an image.
        var writer = new ElfFieldWriter(new byte[(image.Symbols.Count + 1) * ElfConstants.SymbolSize]);
        for (var i = 0; i < image.Symbols.Count; i++)
        {
            var symbol = image.Symbols[i];
            var at = (i + 1) * ElfConstants.SymbolSize;
            writer.Write32(at, strings.Add(symbol.Name));
            writer.Write32(at + 4, symbol.Address);
            writer.Write32(at + 8, symbol.Size);
            writer.Bytes[at + 12] = symbol.IsFunction ? ElfConstants.SymbolFunction : ElfConstants.SymbolObject;
            writer.Write16(at + 14, SectionIndexOf(image, symbol.Address));
        }
        return writer.Bytes;
    }

    private static ushort SectionIndexOf(ElfImage image, uint address)
    {
        for (var i = 0; i < image.Segments.Count; i++)
        {
            var segment = image.Segments[i];
            if (address >= segment.VirtualAddress && address - segment.VirtualAddress < segment.MemoryBytes)
                return (ushort)(i + 1);
        }
        return ElfConstants.SectionIndexAbsolute;
    }
}
