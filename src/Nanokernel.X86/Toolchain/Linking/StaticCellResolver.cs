using System.Buffers.Binary;
using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>
/// Makes the objects that hold static reference fields, which the full runtime would make at start.
/// <code>
/// __GCStaticRegion:       offset of cell 0 from here | offset of cell 1 from here | ...
/// cell as compiled:       offset of MethodTable from here + 1 (no object yet) + 2 (has content) | offset of content from here
/// cell as linked:         address of the object
/// object:                 header (0) | address of MethodTable | fields, as in the content or zero
/// </code>
/// The objects' size is the MethodTable's base size, its second word, which counts header and MethodTable pointer.
/// </summary>
internal sealed class StaticCellResolver(string imageName, ObjectFile file, DiagnosticBag diagnostics)
{
    private const string RegionSymbol = "__GCStaticRegion";
    private const int NoObjectYet = 1;
    private const int HasContent = 2;
    private const uint HeaderBytes = 4;
    private const uint PointerBytes = 4;
    private const uint MaxObjectBytes = 1 << 24;
    private const long MaxTotalBytes = 1 << 26;

    private readonly ObjectSection _objects = new(".data$statics", SectionKind.Data) { Alignment = 4 };
    private readonly ObjectFile _result = new($"static fields of {file.Name}");
    private readonly Dictionary<ObjectSection, Dictionary<uint, Relocation?>> _replacements = [];
    private readonly MemoryStream _bytes = new();
    private readonly HashSet<uint> _cells = [];
    private readonly Dictionary<ObjectSection, Dictionary<uint, Relocation>> _contents = [];
    private Dictionary<uint, string> _names = [];

    /// <summary>Makes the objects for all cells of an object file.</summary>
    /// <returns>
    /// The objects, and the relocations that take the place of others (null where one is dropped), by section and offset.
    /// </returns>
    public StaticCells? Resolve()
    {
        var region = file.Symbols.Find(s => s.Name == RegionSymbol && s.Section is not null);
        if (region?.Section is not { } section)
            return null;
        var inSection = file.Symbols.Where(s => s.Section == section && !s.IsSection).ToList();
        var end = inSection.Select(s => s.Offset).Where(o => o > region.Offset).DefaultIfEmpty(section.Size).Min();
        var relocations = section.Relocations.ToDictionary(r => r.Offset);
        _names = inSection.DistinctBy(s => s.Offset).ToDictionary(s => s.Offset, s => s.Name);
        for (var entry = region.Offset; entry + PointerBytes <= end && entry + PointerBytes <= section.Data.Length; entry += PointerBytes)
            ResolveEntry(section, entry, relocations);
        if (_bytes.Length == 0)
            return null;
        _objects.Data = _bytes.ToArray();
        _objects.Size = (uint)_objects.Data.Length;
        _result.Sections.Add(_objects);
        return new StaticCells(_result, _replacements);
    }

    private void ResolveEntry(ObjectSection section, uint entry, Dictionary<uint, Relocation> relocations)
    {
        if (relocations.TryGetValue(entry, out var relocation))
        {
            Report($"entry 0x{entry:X} of the region", $"it refers to '{relocation.Symbol.Name}' by relocation, in another section");
            return;
        }
        var distance = BinaryPrimitives.ReadInt32LittleEndian(section.Data.AsSpan((int)entry));
        if (distance == 0)
            return; // Padding behind the last entry.
        var cell = entry + (long)distance;
        if (cell < 0 || cell + PointerBytes > section.Data.Length)
        {
            Report($"entry 0x{entry:X} of the region", $"it points to offset {cell}, outside section '{section.Name}'");
            return;
        }
        ResolveCell(section, (uint)cell, relocations);
    }

    private void ResolveCell(ObjectSection section, uint cell, Dictionary<uint, Relocation> relocations)
    {
        var name = _names.GetValueOrDefault(cell) ?? $"{section.Name}+0x{cell:X}";
        if (!_cells.Add(cell))
        {
            Report(name, "the region names the cell twice");
            return;
        }
        if (!relocations.TryGetValue(cell, out var type) || SelfRelativeTarget(type) is not { } typeTarget)
        {
            Report(name, "the cell does not refer to a type");
            return;
        }
        var flags = (int)(typeTarget.Offset & 3);
        var methodTable = typeTarget with { Offset = typeTarget.Offset & ~3L };
        if ((flags & NoObjectYet) == 0)
            Report(name, $"the cell's flags are {flags}");
        else if (ReadBaseSize(methodTable) is not { } size)
            Report(name, "its type has no valid size");
        else if (_bytes.Length + size > MaxTotalBytes)
            Report(name, $"all static fields together need more than {MaxTotalBytes} bytes");
        else
        {
            var content = (flags & HasContent) != 0 ? relocations.GetValueOrDefault(cell + PointerBytes) : null;
            if ((flags & HasContent) != 0 && (content is null || !CanCopy(content, size)))
            {
                Report(name, "the content of the fields is missing");
                return;
            }
            AddObject(section, cell, name, type.Symbol, (int)(methodTable.Offset - type.Symbol.Offset), size, content);
        }
    }

    private void AddObject(
        ObjectSection section, uint cell, string name, ObjectSymbol type, int typeAddend, uint size, Relocation? content)
    {
        var start = (uint)_bytes.Length;
        var bytes = new byte[size];
        _objects.Relocations.Add(new Relocation(start + HeaderBytes, RelocationKind.Absolute32, type, typeAddend));
        if (content is not null && SelfRelativeTarget(content) is { } source)
            CopyContent(source, bytes.AsSpan((int)(HeaderBytes + PointerBytes)), start + HeaderBytes + PointerBytes);
        _bytes.Write(bytes);
        var symbol = new ObjectSymbol($"{name}$object") { Section = _objects, Offset = start + HeaderBytes, Size = size - HeaderBytes };
        _result.Symbols.Add(symbol);

        if (!_replacements.TryGetValue(section, out var replacements))
            _replacements.Add(section, replacements = []);
        replacements[cell] = new Relocation(cell, RelocationKind.Absolute32, symbol, 0);
        if (content is not null)
            replacements[content.Offset] = null;
    }

    private void CopyContent(Target source, Span<byte> destination, uint offset)
    {
        source.Section.Data.AsSpan((int)source.Offset, destination.Length).CopyTo(destination);
        var end = source.Offset + destination.Length;
        if (!_contents.TryGetValue(source.Section, out var relocations))
            _contents.Add(source.Section, relocations = source.Section.Relocations.ToDictionary(r => r.Offset));
        for (var at = source.Offset; at + PointerBytes <= end; at += PointerBytes)
        {
            if (relocations.TryGetValue((uint)at, out var relocation))
                _objects.Relocations.Add(relocation with { Offset = offset + (uint)(at - source.Offset) });
        }
    }

    private static bool CanCopy(Relocation content, uint size) =>
        SelfRelativeTarget(content) is { } source
        && source.Offset >= 0
        && source.Offset + size - HeaderBytes - PointerBytes <= source.Section.Data.Length;

    private static uint? ReadBaseSize(Target methodTable)
    {
        var data = methodTable.Section.Data;
        if (methodTable.Offset < 0 || methodTable.Offset + 8 > data.Length)
            return null;
        var size = BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan((int)methodTable.Offset + 4));
        return size is >= HeaderBytes + PointerBytes and <= MaxObjectBytes && size % PointerBytes == 0 ? size : null;
    }

    // A pointer relative to its own place is a relocation relative to the end of the field, with the field's size added.
    private static Target? SelfRelativeTarget(Relocation relocation) =>
        relocation.Kind == RelocationKind.Relative32 && relocation.Symbol.Section is { } section
            ? new Target(section, relocation.Symbol.Offset + (long)relocation.Addend - 4)
            : null;

    private void Report(string cell, string problem) =>
        diagnostics.Report(ToolchainRules.BadStaticCell, null, imageName, cell, problem);

    private sealed record Target(ObjectSection Section, long Offset);
}
