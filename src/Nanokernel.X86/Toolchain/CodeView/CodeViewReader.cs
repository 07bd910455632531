using System.Buffers.Binary;
using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>
/// Reads functions and source lines from CodeView.
/// <code>
/// .debug$S:  signature 4 | subsection: type, length, content | ...     each padded to 4 bytes
/// 0xF1 symbols:    record: length, kind, content | ...
/// 0xF2 lines:      function | file: checksum offset, lines, size | line: code offset, line number | ...
/// 0xF3 strings     zero-terminated
/// 0xF4 checksums:  string offset, length, kind, bytes | ...            padded to 4 bytes
/// </code>
/// </summary>
internal sealed class CodeViewReader
{
    private const uint Signature = 4;
    private const uint SubsectionSymbols = 0xF1;
    private const uint SubsectionLines = 0xF2;
    private const uint SubsectionStrings = 0xF3;
    private const uint SubsectionChecksums = 0xF4;
    private const uint IgnoreFlag = 0x8000_0000;

    private readonly Dictionary<(ObjectSection Section, uint Offset), uint> _sizes = [];
    private readonly Dictionary<(ObjectSection Section, uint Offset), List<(uint Offset, SourceLocation Location)>> _lines = [];

    /// <summary>Reads the debug information of an object.</summary>
    /// <exception cref="FileFormatException">It contradicts itself.</exception>
    public static List<CodeViewFunction> Read(ObjectFile file)
    {
        var reader = new CodeViewReader();
        foreach (var section in file.Sections.Where(s => s.Kind == SectionKind.Debug && s.Name == ".debug$S"))
            reader.ReadSection(section);
        return [.. reader._sizes.Keys.Union(reader._lines.Keys).Select(key => new CodeViewFunction(
            key.Section, key.Offset, reader._sizes.GetValueOrDefault(key), reader._lines.GetValueOrDefault(key) ?? []))];
    }

    private void ReadSection(ObjectSection section)
    {
        var view = new CodeViewSpan(section);
        if (section.Data.Length == 0)
            return;
        if (view.ReadUInt32(0) != Signature)
            throw FileFormatException.Damaged($"its debug information has version {view.ReadUInt32(0)} and not {Signature}");
        var subsections = FindSubsections(view);
        var files = new CodeViewFileTable(
            view, subsections.Find(s => s.Type == SubsectionStrings), subsections.Find(s => s.Type == SubsectionChecksums));
        foreach (var subsection in subsections)
        {
            if (subsection.Type == SubsectionSymbols)
                ReadSymbols(view, subsection);
            else if (subsection.Type == SubsectionLines)
                ReadLines(view, subsection, files);
        }
    }

    private static List<CodeViewSubsection> FindSubsections(CodeViewSpan view)
    {
        var found = new List<CodeViewSubsection>();
        long at = 4;
        while (at < view.Length)
        {
            var type = view.ReadUInt32(at);
            long length = view.ReadUInt32(at + 4);
            at += 8;
            view.Check(at, length);
            if ((type & IgnoreFlag) == 0)
                found.Add(new CodeViewSubsection(type, at, at + length));
            at = (at + length + 3) & ~3L;
        }
        return found;
    }

    private void ReadSymbols(CodeViewSpan view, CodeViewSubsection subsection)
    {
        for (var at = subsection.Start; at < subsection.End;)
        {
            var length = view.ReadUInt16(at);
            if (length < 2 || at + 2 + length > subsection.End)
                throw FileFormatException.Damaged($"a symbol record of its debug information at 0x{at:X} has the length {length}");
            if (IsProcedure(view.ReadUInt16(at + 2)) && length >= 37 && view.FindFunction(at + 32) is { } function)
                _sizes[function] = view.ReadUInt32(at + 16);
            at += 2 + length;
        }
    }

    private void ReadLines(CodeViewSpan view, CodeViewSubsection subsection, CodeViewFileTable files)
    {
        var hasColumns = (view.ReadUInt16(subsection.Start + 6) & 1) != 0;
        if (view.FindFunction(subsection.Start) is not { } function)
            return;
        if (!_lines.TryGetValue(function, out var lines))
            _lines.Add(function, lines = []);
        for (var at = subsection.Start + 12; at < subsection.End;)
        {
            var name = files.GetName(view.ReadUInt32(at));
            long count = view.ReadUInt32(at + 4);
            long size = view.ReadUInt32(at + 8);
            if (size < 12 + count * (hasColumns ? 12 : 8) || at + size > subsection.End)
                throw FileFormatException.Damaged($"a line table of its debug information at 0x{at:X} has {count} lines in {size} bytes");
            for (long i = 0; i < count; i++)
                AddLine(lines, view.ReadUInt32(at + 12 + i * 8), view.ReadUInt32(at + 16 + i * 8), name);
            at += size;
        }
    }

    private static void AddLine(List<(uint Offset, SourceLocation Location)> lines, uint offset, uint number, string file)
    {
        // Line numbers have 24 bits; the highest ones mark code that belongs to no line.
        var line = (int)(number & 0xFF_FFFF);
        if (line is > 0 and < 0xF0_0000)
            lines.Add((offset, new SourceLocation(file, line)));
    }

    private static bool IsProcedure(ushort kind) => kind is 0x110F or 0x1110 or 0x1146 or 0x1147;
}
