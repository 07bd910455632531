using System.Runtime.CompilerServices;

namespace System.Threading;

/// <summary>Reads and writes that the compiler neither moves nor leaves out; those of 64 bits are one access.</summary>
public static class Volatile
{
    /// <summary>Reads a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Read(ref readonly bool location) => Unsafe.As<bool, VolatileBoolean>(ref Unsafe.AsRef(in location)).Value;

    /// <summary>Writes a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref bool location, bool value) => Unsafe.As<bool, VolatileBoolean>(ref location).Value = value;

    /// <summary>Reads a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static sbyte Read(ref readonly sbyte location) => Unsafe.As<sbyte, VolatileSByte>(ref Unsafe.AsRef(in location)).Value;

    /// <summary>Writes a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref sbyte location, sbyte value) => Unsafe.As<sbyte, VolatileSByte>(ref location).Value = value;

    /// <summary>Reads a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte Read(ref readonly byte location) => Unsafe.As<byte, VolatileByte>(ref Unsafe.AsRef(in location)).Value;

    /// <summary>Writes a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref byte location, byte value) => Unsafe.As<byte, VolatileByte>(ref location).Value = value;

    /// <summary>Reads a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static short Read(ref readonly short location) => Unsafe.As<short, VolatileInt16>(ref Unsafe.AsRef(in location)).Value;

    /// <summary>Writes a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref short location, short value) => Unsafe.As<short, VolatileInt16>(ref location).Value = value;

    /// <summary>Reads a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Read(ref readonly ushort location) => Unsafe.As<ushort, VolatileUInt16>(ref Unsafe.AsRef(in location)).Value;

    /// <summary>Writes a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref ushort location, ushort value) => Unsafe.As<ushort, VolatileUInt16>(ref location).Value = value;

    /// <summary>Reads a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read(ref readonly int location) => Unsafe.As<int, VolatileInt32>(ref Unsafe.AsRef(in location)).Value;

    /// <summary>Writes a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref int location, int value) => Unsafe.As<int, VolatileInt32>(ref location).Value = value;

    /// <summary>Reads a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Read(ref readonly uint location) => Unsafe.As<uint, VolatileUInt32>(ref Unsafe.AsRef(in location)).Value;

    /// <summary>Writes a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref uint location, uint value) => Unsafe.As<uint, VolatileUInt32>(ref location).Value = value;

    /// <summary>Reads a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint Read(ref readonly nint location) => Unsafe.As<nint, VolatileIntPtr>(ref Unsafe.AsRef(in location)).Value;

    /// <summary>Writes a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref nint location, nint value) => Unsafe.As<nint, VolatileIntPtr>(ref location).Value = value;

    /// <summary>Reads a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint Read(ref readonly nuint location) => Unsafe.As<nuint, VolatileUIntPtr>(ref Unsafe.AsRef(in location)).Value;

    /// <summary>Writes a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref nuint location, nuint value) => Unsafe.As<nuint, VolatileUIntPtr>(ref location).Value = value;

    /// <summary>Reads a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Read(ref readonly float location) => Unsafe.As<float, VolatileSingle>(ref Unsafe.AsRef(in location)).Value;

    /// <summary>Writes a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref float location, float value) => Unsafe.As<float, VolatileSingle>(ref location).Value = value;

    /// <summary>Reads a place, all 64 bits at once.</summary>
    public static long Read(ref readonly long location) => Interlocked.Read(in location);

    /// <summary>Writes a place, all 64 bits at once.</summary>
    public static void Write(ref long location, long value) => Interlocked.Exchange(ref location, value);

    /// <summary>Reads a place, all 64 bits at once.</summary>
    public static ulong Read(ref readonly ulong location) => Interlocked.Read(in location);

    /// <summary>Writes a place, all 64 bits at once.</summary>
    public static void Write(ref ulong location, ulong value) => Interlocked.Exchange(ref location, value);

    /// <summary>Reads a place, all 64 bits at once.</summary>
    public static double Read(ref readonly double location) =>
        BitConverter.Int64BitsToDouble(Interlocked.Read(in Unsafe.As<double, long>(ref Unsafe.AsRef(in location))));

    /// <summary>Writes a place, all 64 bits at once.</summary>
    public static void Write(ref double location, double value) =>
        Interlocked.Exchange(ref Unsafe.As<double, long>(ref location), BitConverter.DoubleToInt64Bits(value));

    /// <summary>Reads a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Read<T>(ref readonly T location)
        where T : class? => Unsafe.As<T>(Unsafe.As<T, VolatileObject>(ref Unsafe.AsRef(in location)).Value)!;

    /// <summary>Writes a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<T>(ref T location, T value)
        where T : class? => Unsafe.As<T, VolatileObject>(ref location).Value = value;

    /// <summary>Keeps reads on their side of the call.</summary>
    public static void ReadBarrier() => Interlocked.MemoryBarrier();

    /// <summary>Keeps writes on their side of the call.</summary>
    public static void WriteBarrier() => Interlocked.MemoryBarrier();

    private struct VolatileBoolean
    {
        public volatile bool Value;
    }

    private struct VolatileSByte
    {
        public volatile sbyte Value;
    }

    private struct VolatileByte
    {
        public volatile byte Value;
    }

    private struct VolatileInt16
    {
        public volatile short Value;
    }

    private struct VolatileUInt16
    {
        public volatile ushort Value;
    }

    private struct VolatileInt32
    {
        public volatile int Value;
    }

    private struct VolatileUInt32
    {
        public volatile uint Value;
    }

    private struct VolatileIntPtr
    {
        public volatile nint Value;
    }

    private struct VolatileUIntPtr
    {
        public volatile nuint Value;
    }

    private struct VolatileSingle
    {
        public volatile float Value;
    }

    private struct VolatileObject
    {
        public volatile object? Value;
    }
}
