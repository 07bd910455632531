using System.Buffers.Binary;
using System.Numerics;

namespace Nanokernel.Runtime.Conformance.Cases;

/// <summary>Pointers, stackalloc, fixed buffers, inline arrays, unions, <see cref="Unsafe"/> and <see cref="MemoryMarshal"/>.</summary>
public static unsafe class UnsafeCode
{
    /// <summary>Computes the cases.</summary>
    public static void Run()
    {
        Memory();
        Structs();
        Marshal();
        Bits();
        Endianness();
    }

    private static void Memory()
    {
        byte* buffer = stackalloc byte[64];
        for (var i = 0; i < 64; i++)
            buffer[i] = (byte)(i * 3);
        Report.Value("unsafe.stackalloc", *(uint*)(buffer + 4) + *(ulong*)(buffer + 9));
        Span<int> span = stackalloc int[Report.Opaque(5)];
        span[4] = 9;
        Report.Value("unsafe.stackalloc-span", span[4] + span[0] + span.Length);
        Span<long> initialised = [5, 6, 7];
        Report.Value("unsafe.stackalloc-values", initialised[2]);
        Report.Value("unsafe.large-frame", LargeFrame());
        int[] array = [1, 2, 3, 4];
        fixed (int* pointer = array)
            Report.Value("unsafe.fixed", pointer[2] + *(pointer + 3));
        fixed (char* text = "pinned")
            Report.Value("unsafe.fixed-string", text[3]);
        var value = 0x0102_0304;
        Report.Value("unsafe.bytes", *((byte*)&value + 1));
        var point = new Point { X = 1, Y = 2 };
        var reference = &point;
        reference->Y = 30;
        Report.Value("unsafe.arrow", point.Y + sizeof(Point));
    }

    private static int LargeFrame()
    {
        Large large = default;
        large.Bytes[69_999] = 5;
        return large.Bytes[Report.Opaque(69_999)] + large.Bytes[1];
    }

    private static void Structs()
    {
        Fixed buffer = default;
        for (var i = 0; i < 8; i++)
            buffer.Values[i] = i * i;
        Report.Value("unsafe.fixed-buffer", buffer.Values[7] + sizeof(Fixed));
        Eight eight = default;
        for (var i = 0; i < 8; i++)
            eight[i] = (ulong)i << 33;
        Report.Value("unsafe.inline-array", eight[7] + eight[1]);
        Span<ulong> slice = eight[2..4];
        slice.Clear();
        Report.Value("unsafe.inline-slice", eight[2] + eight[4]);
        Union union = default;
        union.Number = 1.0;
        Report.Value("unsafe.union", union.Bits);
        union.Low = 7;
        Report.Value("unsafe.union-low", union.Bits);
        Report.Value("unsafe.packed", sizeof(Packed));
        Packed packed = new() { A = 1, B = 0x1234_5678_9ABC_DEF0, C = 3 };
        Report.Value("unsafe.packed-field", packed.B + packed.C);
    }

    private static void Marshal()
    {
        var number = 0x1122_3344_5566_7788UL;
        Span<byte> bytes = MemoryMarshal.AsBytes(new Span<ulong>(ref number));
        Report.Value("marshal.bytes", bytes[0] + bytes[7]);
        var words = MemoryMarshal.Cast<byte, ushort>(bytes);
        Report.Value("marshal.cast", words[1] + words.Length);
        Report.Value("marshal.read", MemoryMarshal.Read<uint>(bytes[2..]));
        MemoryMarshal.Write(bytes, (byte)0xFF);
        Report.Value("marshal.write", number);
        Report.Value("marshal.try", MemoryMarshal.TryRead(bytes[6..], out uint _) || MemoryMarshal.TryRead<Point>(bytes, out _) == false);
        MemoryMarshal.AsRef<Point>(bytes).Y = 5;
        Report.Value("marshal.ref", number);
        Report.Value("marshal.reference", MemoryMarshal.GetReference(words));
        Report.Value("marshal.array", MemoryMarshal.GetArrayDataReference((int[])[8, 9]));
        Report.Value("marshal.create", MemoryMarshal.CreateReadOnlySpan(ref number, 1)[0]);
        int[] array = [1, 2, 3];
        ref var second = ref Unsafe.Add(ref array[0], 1);
        Report.Value("unsafe.add", second + Unsafe.Add(ref second, 1) + (int)Unsafe.ByteOffset(ref array[0], ref second));
        Report.Value("unsafe.same", Unsafe.AreSame(ref array[1], ref second) && Unsafe.IsAddressLessThan(ref array[0], ref second));
        Report.Value("unsafe.as", Unsafe.As<int, short>(ref array[2]) + Unsafe.SizeOf<Point>() + Unsafe.As<string>((object)"abc").Length);
        Report.Value("unsafe.bitcast", Unsafe.BitCast<double, long>(1.5) + BitConverter.SingleToInt32Bits(1.5f));
        Report.Value("unsafe.unaligned", Unsafe.ReadUnaligned<uint>(ref bytes[1]));
        Unsafe.WriteUnaligned(ref bytes[3], (ushort)0xBEEF);
        Report.Value("unsafe.write-unaligned", number);
        Report.Value("unsafe.null", Unsafe.IsNullRef(ref Unsafe.NullRef<int>()));
        Report.Value("unsafe.converter", BitConverter.Int64BitsToDouble(0x4000_0000_0000_0000) + BitConverter.Int32BitsToSingle(0x3F80_0000));
    }

    private static void Bits()
    {
        ReadOnlySpan<ulong> values = [0, 1, 2, 3, 0x80, 0xFFFF, 0x8000_0000, 0xFFFF_FFFF, 0x1_0000_0000, 0x8000_0000_0000_0000, ulong.MaxValue, 0x1234_5678_9ABC_DEF0];
        foreach (var hidden in values)
        {
            var value = Report.Opaque(hidden);
            Report.Value("bits.trailing", BitOperations.TrailingZeroCount(value) + (BitOperations.TrailingZeroCount((uint)value) * 100));
            Report.Value("bits.leading", BitOperations.LeadingZeroCount(value) + (BitOperations.LeadingZeroCount((uint)value) * 100));
            Report.Value("bits.count", BitOperations.PopCount(value) + (BitOperations.PopCount((uint)value) * 100));
            Report.Value("bits.log2", BitOperations.Log2(value) + (BitOperations.Log2((uint)value) * 100));
            Report.Value("bits.power", BitOperations.IsPow2(value) || BitOperations.IsPow2((uint)value));
            Report.Value("bits.rotate", BitOperations.RotateLeft(value, 13) ^ BitOperations.RotateRight(value, 40) ^ BitOperations.RotateLeft((uint)value, 7));
            Report.Value("bits.round-up", BitOperations.RoundUpToPowerOf2((uint)value));
            Report.Value("bits.bytes", byte.LeadingZeroCount((byte)value) + (ushort.TrailingZeroCount((ushort)value) * 100) + short.PopCount((short)value));
        }

        Report.Value("bits.static", int.RotateLeft(5, 3) + (int)uint.Log2(Report.Opaque(1000u)) + (int)ulong.LeadingZeroCount(5) + int.PopCount(-1));
    }

    private static void Endianness()
    {
        Span<byte> buffer = stackalloc byte[16];
        BinaryPrimitives.WriteUInt32BigEndian(buffer, 0x1234_5678);
        BinaryPrimitives.WriteUInt16LittleEndian(buffer[4..], 0xABCD);
        BinaryPrimitives.WriteInt64BigEndian(buffer[6..], -5);
        Report.Value("endian.read", BinaryPrimitives.ReadUInt32LittleEndian(buffer) + BinaryPrimitives.ReadUInt16BigEndian(buffer[4..]));
        Report.Value("endian.long", BinaryPrimitives.ReadInt64BigEndian(buffer[6..]) + BinaryPrimitives.ReadInt16LittleEndian(buffer[6..]));
        Report.Value("endian.ulong", BinaryPrimitives.ReadUInt64LittleEndian(buffer[3..]));
        Report.Value("endian.reverse", BinaryPrimitives.ReverseEndianness(0x0102_0304_0506_0708) + BinaryPrimitives.ReverseEndianness((ushort)0x1234));
        Report.Value("endian.try", BinaryPrimitives.TryReadInt32BigEndian(buffer[13..], out _) || !BinaryPrimitives.TryWriteUInt16BigEndian(buffer[14..], 1));
        BinaryPrimitives.WriteDoubleBigEndian(buffer, 1.5);
        Report.Value("endian.double", BinaryPrimitives.ReadDoubleBigEndian(buffer));
    }

    private struct Point
    {
        public int X;
        public int Y;
    }

    private struct Fixed
    {
        public fixed int Values[8];
    }

    [InlineArray(8)]
    private struct Eight
    {
        private ulong _first;
    }

    private struct Large
    {
        public fixed byte Bytes[70_000];
    }

    [StructLayout(LayoutKind.Explicit)]
    private struct Union
    {
        [FieldOffset(0)]
        public double Number;

        [FieldOffset(0)]
        public ulong Bits;

        [FieldOffset(0)]
        public uint Low;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct Packed
    {
        public byte A;
        public long B;
        public byte C;
    }
}
