using System.Buffers.Binary;

namespace Nanokernel.X86.Toolchain;

/// <summary>The bytes of a file, with every access checked against their end.</summary>
internal sealed class FileBytes(ReadOnlyMemory<byte> bytes)
{
    public long Length => bytes.Length;

    /// <summary>A part of the file; offsets and sizes may be any that 32 bits can say.</summary>
    public ReadOnlySpan<byte> Slice(long offset, long size, string what)
    {
        if (offset < 0 || size < 0 || offset > bytes.Length || size > bytes.Length - offset)
            throw FileFormatException.Damaged(
                $"{what} at offset 0x{offset:X} with {size} bytes ends behind the file's {bytes.Length} bytes");
        return bytes.Span.Slice((int)offset, (int)size);
    }

    public ushort ReadUInt16(long offset, string what) => BinaryPrimitives.ReadUInt16LittleEndian(Slice(offset, 2, what));

    public uint ReadUInt32(long offset, string what) => BinaryPrimitives.ReadUInt32LittleEndian(Slice(offset, 4, what));
}
