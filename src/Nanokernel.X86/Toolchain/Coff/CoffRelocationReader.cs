using System.Buffers.Binary;

namespace Nanokernel.X86.Toolchain;

/// <summary>Reads the relocations (10 bytes each) and takes their addends out of the section's content.</summary>
internal static class CoffRelocationReader
{
    private const int RelocationSize = 10;
    private const ushort TypeAbsolute = 0x00;

    public static void Read(FileBytes source, IReadOnlyList<CoffSection> sections, ObjectSymbol?[] symbols)
    {
        foreach (var section in sections)
        {
            if (section.Section.Kind == SectionKind.Discarded)
                continue;
            for (long index = 0; index < section.RelocationCount; index++)
            {
                var record = source.Slice(section.RelocationTable + index * RelocationSize, RelocationSize, "relocation");
                if (BinaryPrimitives.ReadUInt16LittleEndian(record[8..]) != TypeAbsolute)
                    section.Section.Relocations.Add(ReadOne(record, section.Section, index, symbols));
            }
            section.Section.Relocations.Sort((a, b) => a.Offset.CompareTo(b.Offset));
            CheckOverlap(section.Section);
        }
    }

    private static Relocation ReadOne(ReadOnlySpan<byte> record, ObjectSection section, long index, ObjectSymbol?[] symbols)
    {
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(record);
        var symbolIndex = BinaryPrimitives.ReadUInt32LittleEndian(record[4..]);
        var kind = ToKind(BinaryPrimitives.ReadUInt16LittleEndian(record[8..]), section);
        var size = kind.FieldSize();
        if (offset > section.Data.Length || section.Data.Length - offset < size)
            throw FileFormatException.Damaged(
                $"relocation {index} of section '{section.Name}' is at offset 0x{offset:X}, "
                + $"outside the section's 0x{section.Data.Length:X} bytes");
        if (symbolIndex >= symbols.Length || symbols[symbolIndex] is not { } symbol)
            throw FileFormatException.Damaged(
                $"relocation {index} of section '{section.Name}' names symbol {symbolIndex}, which is none");
        var field = section.Data.AsSpan((int)offset);
        var addend = size == 2 ? BinaryPrimitives.ReadInt16LittleEndian(field) : BinaryPrimitives.ReadInt32LittleEndian(field);
        return new Relocation(offset, kind, symbol, addend);
    }

    private static RelocationKind ToKind(ushort type, ObjectSection section) => type switch
    {
        0x06 => RelocationKind.Absolute32,
        0x07 => RelocationKind.ImageRelative32,
        0x0A => RelocationKind.SectionIndex,
        0x0B => RelocationKind.SectionRelative,
        0x14 => RelocationKind.Relative32,
        _ => throw FileFormatException.Unsupported($"a relocation of type 0x{type:X4} in section '{section.Name}'"),
    };

    private static void CheckOverlap(ObjectSection section)
    {
        for (var i = 1; i < section.Relocations.Count; i++)
        {
            var previous = section.Relocations[i - 1];
            if (section.Relocations[i].Offset - previous.Offset < previous.Kind.FieldSize())
                throw FileFormatException.Damaged(
                    $"two relocations of section '{section.Name}' fill in the same bytes at offset 0x{section.Relocations[i].Offset:X}");
        }
    }
}
