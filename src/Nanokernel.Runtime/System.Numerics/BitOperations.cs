using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace System.Numerics;

/// <summary>Counts and rotates bits. Only instructions that every processor has are used.</summary>
public static class BitOperations
{
    /// <summary>Returns the number of zero bits below the lowest one bit; 32 for 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TrailingZeroCount(uint value) => value == 0 ? 32 : (int)X86Base.BitScanForward(value);

    /// <summary>Returns the number of zero bits below the lowest one bit; 32 for 0.</summary>
    public static int TrailingZeroCount(int value) => TrailingZeroCount((uint)value);

    /// <summary>Returns the number of zero bits below the lowest one bit; 64 for 0.</summary>
    public static int TrailingZeroCount(ulong value) => (uint)value != 0 ? TrailingZeroCount((uint)value) : 32 + TrailingZeroCount((uint)(value >> 32));

    /// <summary>Returns the number of zero bits below the lowest one bit; 64 for 0.</summary>
    public static int TrailingZeroCount(long value) => TrailingZeroCount((ulong)value);

    /// <summary>Returns the number of zero bits below the lowest one bit; 32 for 0.</summary>
    public static int TrailingZeroCount(nuint value) => TrailingZeroCount((uint)value);

    /// <summary>Returns the number of zero bits below the lowest one bit; 32 for 0.</summary>
    public static int TrailingZeroCount(nint value) => TrailingZeroCount((uint)value);

    /// <summary>Returns the number of zero bits above the highest one bit; 32 for 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LeadingZeroCount(uint value) => value == 0 ? 32 : 31 - (int)X86Base.BitScanReverse(value);

    /// <summary>Returns the number of zero bits above the highest one bit; 64 for 0.</summary>
    public static int LeadingZeroCount(ulong value) =>
        (uint)(value >> 32) != 0 ? LeadingZeroCount((uint)(value >> 32)) : 32 + LeadingZeroCount((uint)value);

    /// <summary>Returns the number of zero bits above the highest one bit; 32 for 0.</summary>
    public static int LeadingZeroCount(nuint value) => LeadingZeroCount((uint)value);

    /// <summary>Returns the number of one bits.</summary>
    public static int PopCount(uint value)
    {
        value -= (value >> 1) & 0x5555_5555;
        value = (value & 0x3333_3333) + ((value >> 2) & 0x3333_3333);
        value = (value + (value >> 4)) & 0x0F0F_0F0F;
        return (int)((value * 0x0101_0101) >> 24);
    }

    /// <summary>Returns the number of one bits.</summary>
    public static int PopCount(ulong value) => PopCount((uint)value) + PopCount((uint)(value >> 32));

    /// <summary>Returns the number of one bits.</summary>
    public static int PopCount(nuint value) => PopCount((uint)value);

    /// <summary>Returns the position of the highest one bit; 0 for 0.</summary>
    public static int Log2(uint value) => 31 - LeadingZeroCount(value | 1);

    /// <summary>Returns the position of the highest one bit; 0 for 0.</summary>
    public static int Log2(ulong value) => 63 - LeadingZeroCount(value | 1);

    /// <summary>Returns whether exactly one bit is one.</summary>
    public static bool IsPow2(uint value) => (value & (value - 1)) == 0 && value != 0;

    /// <summary>Returns whether the value is a power of two.</summary>
    public static bool IsPow2(int value) => (value & (value - 1)) == 0 && value > 0;

    /// <summary>Returns whether exactly one bit is one.</summary>
    public static bool IsPow2(ulong value) => (value & (value - 1)) == 0 && value != 0;

    /// <summary>Returns whether the value is a power of two.</summary>
    public static bool IsPow2(long value) => (value & (value - 1)) == 0 && value > 0;

    /// <summary>Returns the least power of two that is not less; 0 if there is none.</summary>
    public static uint RoundUpToPowerOf2(uint value) => value <= 1 ? value : value > 0x8000_0000 ? 0 : 1u << (32 - LeadingZeroCount(value - 1));

    /// <summary>Rotates to the left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint RotateLeft(uint value, int offset) => (value << offset) | (value >> (32 - offset));

    /// <summary>Rotates to the left.</summary>
    public static ulong RotateLeft(ulong value, int offset) => (value << offset) | (value >> (64 - offset));

    /// <summary>Rotates to the right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint RotateRight(uint value, int offset) => (value >> offset) | (value << (32 - offset));

    /// <summary>Rotates to the right.</summary>
    public static ulong RotateRight(ulong value, int offset) => (value >> offset) | (value << (64 - offset));
}
