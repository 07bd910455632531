using System.Buffers.Binary;
using System.Text;

namespace Nanokernel.X86.Toolchain;

/// <summary>Collects the bytes of a DWARF section: little-endian numbers, LEB128 numbers, strings. A length stands before what it measures.</summary>
internal sealed class DwarfBuffer
{
    private readonly MemoryStream _bytes = new();

    public uint Length => (uint)_bytes.Length;

    public byte[] ToArray() => _bytes.ToArray();

    public void Write8(byte value) => _bytes.WriteByte(value);

    public void Write16(ushort value)
    {
        Span<byte> field = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(field, value);
        _bytes.Write(field);
    }

    public void Write32(uint value)
    {
        Span<byte> field = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(field, value);
        _bytes.Write(field);
    }

    public void WriteUnsigned(uint value)
    {
        for (; value >= 0x80; value >>= 7)
            Write8((byte)(value | 0x80));
        Write8((byte)value);
    }

    public void WriteSigned(int value)
    {
        // The last byte's bit 6 is the sign of all above it.
        for (; value is < -0x40 or > 0x3F; value >>= 7)
            Write8((byte)(value | 0x80));
        Write8((byte)(value & 0x7F));
    }

    public void WriteString(string text)
    {
        _bytes.Write(Encoding.UTF8.GetBytes(text));
        Write8(0);
    }

    /// <summary>Begins what has its length in bytes in front of it.</summary>
    /// <returns>Where it begins, for <see cref="End"/>.</returns>
    public uint Begin()
    {
        Write32(0);
        return Length;
    }

    /// <summary>Ends what <see cref="Begin"/> began, filled up to a multiple.</summary>
    public void End(uint start, uint multiple = 1)
    {
        while ((Length - start) % multiple != 0)
            Write8(0);
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.GetBuffer().AsSpan((int)start - sizeof(uint)), Length - start);
    }
}
