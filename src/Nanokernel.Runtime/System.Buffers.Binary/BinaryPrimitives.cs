using System.Runtime.CompilerServices;

namespace System.Buffers.Binary;

/// <summary>Reads and writes numbers of a stated byte order.</summary>
public static class BinaryPrimitives
{
    /// <summary>Reverses the bytes.</summary>
    public static short ReverseEndianness(short value) => (short)ReverseEndianness((ushort)value);

    /// <summary>Reverses the bytes.</summary>
    public static ushort ReverseEndianness(ushort value) => (ushort)((value >> 8) | (value << 8));

    /// <summary>Reverses the bytes.</summary>
    public static int ReverseEndianness(int value) => (int)ReverseEndianness((uint)value);

    /// <summary>Reverses the bytes. (One instruction, where the compiler knows it.)</summary>
    [Intrinsic]
    public static uint ReverseEndianness(uint value) => (value >> 24) | ((value >> 8) & 0xFF00) | ((value << 8) & 0xFF_0000) | (value << 24);

    /// <summary>Reverses the bytes.</summary>
    public static long ReverseEndianness(long value) => (long)ReverseEndianness((ulong)value);

    /// <summary>Reverses the bytes.</summary>
    public static ulong ReverseEndianness(ulong value) => ((ulong)ReverseEndianness((uint)value) << 32) | ReverseEndianness((uint)(value >> 32));

    /// <summary>Reads a number, little end first.</summary>
    public static short ReadInt16LittleEndian(ReadOnlySpan<byte> source) => Unsafe.ReadUnaligned<short>(in source[..2][0]);

    /// <summary>Reads a number, little end first; returns false if there are too few bytes.</summary>
    public static bool TryReadInt16LittleEndian(ReadOnlySpan<byte> source, out short value)
    {
        bool fits = source.Length >= 2;
        value = fits ? ReadInt16LittleEndian(source) : default;
        return fits;
    }

    /// <summary>Writes a number, little end first.</summary>
    public static void WriteInt16LittleEndian(Span<byte> destination, short value) =>
        Unsafe.WriteUnaligned(ref destination[..2][0], value);

    /// <summary>Writes a number, little end first; returns false if there is too little room.</summary>
    public static bool TryWriteInt16LittleEndian(Span<byte> destination, short value)
    {
        bool fits = destination.Length >= 2;
        if (fits)
            WriteInt16LittleEndian(destination, value);
        return fits;
    }

    /// <summary>Reads a number, big end first.</summary>
    public static short ReadInt16BigEndian(ReadOnlySpan<byte> source) => ReverseEndianness(Unsafe.ReadUnaligned<short>(in source[..2][0]));

    /// <summary>Reads a number, big end first; returns false if there are too few bytes.</summary>
    public static bool TryReadInt16BigEndian(ReadOnlySpan<byte> source, out short value)
    {
        bool fits = source.Length >= 2;
        value = fits ? ReadInt16BigEndian(source) : default;
        return fits;
    }

    /// <summary>Writes a number, big end first.</summary>
    public static void WriteInt16BigEndian(Span<byte> destination, short value) =>
        Unsafe.WriteUnaligned(ref destination[..2][0], ReverseEndianness(value));

    /// <summary>Writes a number, big end first; returns false if there is too little room.</summary>
    public static bool TryWriteInt16BigEndian(Span<byte> destination, short value)
    {
        bool fits = destination.Length >= 2;
        if (fits)
            WriteInt16BigEndian(destination, value);
        return fits;
    }

    /// <summary>Reads a number, little end first.</summary>
    public static ushort ReadUInt16LittleEndian(ReadOnlySpan<byte> source) => Unsafe.ReadUnaligned<ushort>(in source[..2][0]);

    /// <summary>Reads a number, little end first; returns false if there are too few bytes.</summary>
    public static bool TryReadUInt16LittleEndian(ReadOnlySpan<byte> source, out ushort value)
    {
        bool fits = source.Length >= 2;
        value = fits ? ReadUInt16LittleEndian(source) : default;
        return fits;
    }

    /// <summary>Writes a number, little end first.</summary>
    public static void WriteUInt16LittleEndian(Span<byte> destination, ushort value) =>
        Unsafe.WriteUnaligned(ref destination[..2][0], value);

    /// <summary>Writes a number, little end first; returns false if there is too little room.</summary>
    public static bool TryWriteUInt16LittleEndian(Span<byte> destination, ushort value)
    {
        bool fits = destination.Length >= 2;
        if (fits)
            WriteUInt16LittleEndian(destination, value);
        return fits;
    }

    /// <summary>Reads a number, big end first.</summary>
    public static ushort ReadUInt16BigEndian(ReadOnlySpan<byte> source) => ReverseEndianness(Unsafe.ReadUnaligned<ushort>(in source[..2][0]));

    /// <summary>Reads a number, big end first; returns false if there are too few bytes.</summary>
    public static bool TryReadUInt16BigEndian(ReadOnlySpan<byte> source, out ushort value)
    {
        bool fits = source.Length >= 2;
        value = fits ? ReadUInt16BigEndian(source) : default;
        return fits;
    }

    /// <summary>Writes a number, big end first.</summary>
    public static void WriteUInt16BigEndian(Span<byte> destination, ushort value) =>
        Unsafe.WriteUnaligned(ref destination[..2][0], ReverseEndianness(value));

    /// <summary>Writes a number, big end first; returns false if there is too little room.</summary>
    public static bool TryWriteUInt16BigEndian(Span<byte> destination, ushort value)
    {
        bool fits = destination.Length >= 2;
        if (fits)
            WriteUInt16BigEndian(destination, value);
        return fits;
    }

    /// <summary>Reads a number, little end first.</summary>
    public static int ReadInt32LittleEndian(ReadOnlySpan<byte> source) => Unsafe.ReadUnaligned<int>(in source[..4][0]);

    /// <summary>Reads a number, little end first; returns false if there are too few bytes.</summary>
    public static bool TryReadInt32LittleEndian(ReadOnlySpan<byte> source, out int value)
    {
        bool fits = source.Length >= 4;
        value = fits ? ReadInt32LittleEndian(source) : default;
        return fits;
    }

    /// <summary>Writes a number, little end first.</summary>
    public static void WriteInt32LittleEndian(Span<byte> destination, int value) =>
        Unsafe.WriteUnaligned(ref destination[..4][0], value);

    /// <summary>Writes a number, little end first; returns false if there is too little room.</summary>
    public static bool TryWriteInt32LittleEndian(Span<byte> destination, int value)
    {
        bool fits = destination.Length >= 4;
        if (fits)
            WriteInt32LittleEndian(destination, value);
        return fits;
    }

    /// <summary>Reads a number, big end first.</summary>
    public static int ReadInt32BigEndian(ReadOnlySpan<byte> source) => ReverseEndianness(Unsafe.ReadUnaligned<int>(in source[..4][0]));

    /// <summary>Reads a number, big end first; returns false if there are too few bytes.</summary>
    public static bool TryReadInt32BigEndian(ReadOnlySpan<byte> source, out int value)
    {
        bool fits = source.Length >= 4;
        value = fits ? ReadInt32BigEndian(source) : default;
        return fits;
    }

    /// <summary>Writes a number, big end first.</summary>
    public static void WriteInt32BigEndian(Span<byte> destination, int value) =>
        Unsafe.WriteUnaligned(ref destination[..4][0], ReverseEndianness(value));

    /// <summary>Writes a number, big end first; returns false if there is too little room.</summary>
    public static bool TryWriteInt32BigEndian(Span<byte> destination, int value)
    {
        bool fits = destination.Length >= 4;
        if (fits)
            WriteInt32BigEndian(destination, value);
        return fits;
    }

    /// <summary>Reads a number, little end first.</summary>
    public static uint ReadUInt32LittleEndian(ReadOnlySpan<byte> source) => Unsafe.ReadUnaligned<uint>(in source[..4][0]);

    /// <summary>Reads a number, little end first; returns false if there are too few bytes.</summary>
    public static bool TryReadUInt32LittleEndian(ReadOnlySpan<byte> source, out uint value)
    {
        bool fits = source.Length >= 4;
        value = fits ? ReadUInt32LittleEndian(source) : default;
        return fits;
    }

    /// <summary>Writes a number, little end first.</summary>
    public static void WriteUInt32LittleEndian(Span<byte> destination, uint value) =>
        Unsafe.WriteUnaligned(ref destination[..4][0], value);

    /// <summary>Writes a number, little end first; returns false if there is too little room.</summary>
    public static bool TryWriteUInt32LittleEndian(Span<byte> destination, uint value)
    {
        bool fits = destination.Length >= 4;
        if (fits)
            WriteUInt32LittleEndian(destination, value);
        return fits;
    }

    /// <summary>Reads a number, big end first.</summary>
    public static uint ReadUInt32BigEndian(ReadOnlySpan<byte> source) => ReverseEndianness(Unsafe.ReadUnaligned<uint>(in source[..4][0]));

    /// <summary>Reads a number, big end first; returns false if there are too few bytes.</summary>
    public static bool TryReadUInt32BigEndian(ReadOnlySpan<byte> source, out uint value)
    {
        bool fits = source.Length >= 4;
        value = fits ? ReadUInt32BigEndian(source) : default;
        return fits;
    }

    /// <summary>Writes a number, big end first.</summary>
    public static void WriteUInt32BigEndian(Span<byte> destination, uint value) =>
        Unsafe.WriteUnaligned(ref destination[..4][0], ReverseEndianness(value));

    /// <summary>Writes a number, big end first; returns false if there is too little room.</summary>
    public static bool TryWriteUInt32BigEndian(Span<byte> destination, uint value)
    {
        bool fits = destination.Length >= 4;
        if (fits)
            WriteUInt32BigEndian(destination, value);
        return fits;
    }

    /// <summary>Reads a number, little end first.</summary>
    public static long ReadInt64LittleEndian(ReadOnlySpan<byte> source) => Unsafe.ReadUnaligned<long>(in source[..8][0]);

    /// <summary>Reads a number, little end first; returns false if there are too few bytes.</summary>
    public static bool TryReadInt64LittleEndian(ReadOnlySpan<byte> source, out long value)
    {
        bool fits = source.Length >= 8;
        value = fits ? ReadInt64LittleEndian(source) : default;
        return fits;
    }

    /// <summary>Writes a number, little end first.</summary>
    public static void WriteInt64LittleEndian(Span<byte> destination, long value) =>
        Unsafe.WriteUnaligned(ref destination[..8][0], value);

    /// <summary>Writes a number, little end first; returns false if there is too little room.</summary>
    public static bool TryWriteInt64LittleEndian(Span<byte> destination, long value)
    {
        bool fits = destination.Length >= 8;
        if (fits)
            WriteInt64LittleEndian(destination, value);
        return fits;
    }

    /// <summary>Reads a number, big end first.</summary>
    public static long ReadInt64BigEndian(ReadOnlySpan<byte> source) => ReverseEndianness(Unsafe.ReadUnaligned<long>(in source[..8][0]));

    /// <summary>Reads a number, big end first; returns false if there are too few bytes.</summary>
    public static bool TryReadInt64BigEndian(ReadOnlySpan<byte> source, out long value)
    {
        bool fits = source.Length >= 8;
        value = fits ? ReadInt64BigEndian(source) : default;
        return fits;
    }

    /// <summary>Writes a number, big end first.</summary>
    public static void WriteInt64BigEndian(Span<byte> destination, long value) =>
        Unsafe.WriteUnaligned(ref destination[..8][0], ReverseEndianness(value));

    /// <summary>Writes a number, big end first; returns false if there is too little room.</summary>
    public static bool TryWriteInt64BigEndian(Span<byte> destination, long value)
    {
        bool fits = destination.Length >= 8;
        if (fits)
            WriteInt64BigEndian(destination, value);
        return fits;
    }

    /// <summary>Reads a number, little end first.</summary>
    public static ulong ReadUInt64LittleEndian(ReadOnlySpan<byte> source) => Unsafe.ReadUnaligned<ulong>(in source[..8][0]);

    /// <summary>Reads a number, little end first; returns false if there are too few bytes.</summary>
    public static bool TryReadUInt64LittleEndian(ReadOnlySpan<byte> source, out ulong value)
    {
        bool fits = source.Length >= 8;
        value = fits ? ReadUInt64LittleEndian(source) : default;
        return fits;
    }

    /// <summary>Writes a number, little end first.</summary>
    public static void WriteUInt64LittleEndian(Span<byte> destination, ulong value) =>
        Unsafe.WriteUnaligned(ref destination[..8][0], value);

    /// <summary>Writes a number, little end first; returns false if there is too little room.</summary>
    public static bool TryWriteUInt64LittleEndian(Span<byte> destination, ulong value)
    {
        bool fits = destination.Length >= 8;
        if (fits)
            WriteUInt64LittleEndian(destination, value);
        return fits;
    }

    /// <summary>Reads a number, big end first.</summary>
    public static ulong ReadUInt64BigEndian(ReadOnlySpan<byte> source) => ReverseEndianness(Unsafe.ReadUnaligned<ulong>(in source[..8][0]));

    /// <summary>Reads a number, big end first; returns false if there are too few bytes.</summary>
    public static bool TryReadUInt64BigEndian(ReadOnlySpan<byte> source, out ulong value)
    {
        bool fits = source.Length >= 8;
        value = fits ? ReadUInt64BigEndian(source) : default;
        return fits;
    }

    /// <summary>Writes a number, big end first.</summary>
    public static void WriteUInt64BigEndian(Span<byte> destination, ulong value) =>
        Unsafe.WriteUnaligned(ref destination[..8][0], ReverseEndianness(value));

    /// <summary>Writes a number, big end first; returns false if there is too little room.</summary>
    public static bool TryWriteUInt64BigEndian(Span<byte> destination, ulong value)
    {
        bool fits = destination.Length >= 8;
        if (fits)
            WriteUInt64BigEndian(destination, value);
        return fits;
    }

    /// <summary>Reads a number, little end first.</summary>
    public static double ReadDoubleLittleEndian(ReadOnlySpan<byte> source) => BitConverter.Int64BitsToDouble(ReadInt64LittleEndian(source));

    /// <summary>Writes a number, little end first.</summary>
    public static void WriteDoubleLittleEndian(Span<byte> destination, double value) => WriteInt64LittleEndian(destination, BitConverter.DoubleToInt64Bits(value));

    /// <summary>Reads a number, big end first.</summary>
    public static double ReadDoubleBigEndian(ReadOnlySpan<byte> source) => BitConverter.Int64BitsToDouble(ReadInt64BigEndian(source));

    /// <summary>Writes a number, big end first.</summary>
    public static void WriteDoubleBigEndian(Span<byte> destination, double value) => WriteInt64BigEndian(destination, BitConverter.DoubleToInt64Bits(value));

    /// <summary>Reads a number, little end first.</summary>
    public static float ReadSingleLittleEndian(ReadOnlySpan<byte> source) => BitConverter.Int32BitsToSingle(ReadInt32LittleEndian(source));

    /// <summary>Writes a number, little end first.</summary>
    public static void WriteSingleLittleEndian(Span<byte> destination, float value) => WriteInt32LittleEndian(destination, BitConverter.SingleToInt32Bits(value));

    /// <summary>Reads a number, big end first.</summary>
    public static float ReadSingleBigEndian(ReadOnlySpan<byte> source) => BitConverter.Int32BitsToSingle(ReadInt32BigEndian(source));

    /// <summary>Writes a number, big end first.</summary>
    public static void WriteSingleBigEndian(Span<byte> destination, float value) => WriteInt32BigEndian(destination, BitConverter.SingleToInt32Bits(value));
}
