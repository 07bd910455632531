using System.Buffers.Binary;

namespace Nanokernel.X86.Toolchain;

/// <summary>Stores little-endian fields.</summary>
internal sealed class ElfFieldWriter(byte[] bytes)
{
    public byte[] Bytes { get; } = bytes;

    public void Write16(long at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Bytes.AsSpan((int)at), value);

    public void Write32(long at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Bytes.AsSpan((int)at), value);

    public void WriteBytes(long at, ReadOnlySpan<byte> value) => value.CopyTo(Bytes.AsSpan((int)at));

    public void WriteSection(
        ElfLayout layout, int index, uint name, uint type, uint flags, uint address, long offset, long size,
        uint link = 0, uint info = 0, uint alignment = 1, uint entrySize = 0)
    {
        var at = layout.SectionHeaders + (long)index * ElfConstants.SectionHeaderSize;
        Write32(at, name);
        Write32(at + 4, type);
        Write32(at + 8, flags);
        Write32(at + 12, address);
        Write32(at + 16, (uint)offset);
        Write32(at + 20, (uint)size);
        Write32(at + 24, link);
        Write32(at + 28, info);
        Write32(at + 32, alignment);
        Write32(at + 36, entrySize);
    }
}
