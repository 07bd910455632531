using System.Buffers.Binary;
using System.Text;

namespace Nanokernel.X86.Toolchain;

/// <summary>A debug section, with every access checked against its end.</summary>
internal sealed class CodeViewSpan
{
    private readonly ObjectSection _section;
    private readonly Dictionary<uint, Relocation> _relocations;

    public CodeViewSpan(ObjectSection section)
    {
        _section = section;
        _relocations = section.Relocations
            .Where(r => r.Kind == RelocationKind.SectionRelative)
            .DistinctBy(r => r.Offset)
            .ToDictionary(r => r.Offset);
    }

    public long Length => _section.Data.Length;

    public void Check(long at, long size)
    {
        if (at < 0 || size < 0 || at > Length || size > Length - at)
            throw FileFormatException.Damaged(
                $"its debug information at 0x{at:X} with {size} bytes ends behind the section's {Length} bytes");
    }

    public ushort ReadUInt16(long at)
    {
        Check(at, 2);
        return BinaryPrimitives.ReadUInt16LittleEndian(_section.Data.AsSpan((int)at));
    }

    public uint ReadUInt32(long at)
    {
        Check(at, 4);
        return BinaryPrimitives.ReadUInt32LittleEndian(_section.Data.AsSpan((int)at));
    }

    public string ReadString(long at, long end)
    {
        Check(at, end - at);
        var text = _section.Data.AsSpan((int)at, (int)(end - at));
        var length = text.IndexOf((byte)0);
        return Encoding.UTF8.GetString(length < 0 ? text : text[..length]);
    }

    /// <summary>The function that a section-relative field refers to.</summary>
    public (ObjectSection Section, uint Offset)? FindFunction(long field) =>
        _relocations.TryGetValue((uint)field, out var relocation) && relocation.Symbol.Section is { } section
            ? (section, unchecked(relocation.Symbol.Offset + (uint)relocation.Addend))
            : null;
}
