using System.Runtime.CompilerServices;

namespace System;

/// <summary>Sees the bits of a value as another type.</summary>
public static unsafe class BitConverter
{
    /// <summary>Whether the least significant byte comes first; it does.</summary>
    public static readonly bool IsLittleEndian = true;

    /// <summary>Returns the bits of a double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long DoubleToInt64Bits(double value) => *(long*)&value;

    /// <summary>Returns the bits of a double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong DoubleToUInt64Bits(double value) => *(ulong*)&value;

    /// <summary>Returns the double of the bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Int64BitsToDouble(long value) => *(double*)&value;

    /// <summary>Returns the double of the bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double UInt64BitsToDouble(ulong value) => *(double*)&value;

    /// <summary>Returns the bits of a float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SingleToInt32Bits(float value) => *(int*)&value;

    /// <summary>Returns the bits of a float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint SingleToUInt32Bits(float value) => *(uint*)&value;

    /// <summary>Returns the float of the bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Int32BitsToSingle(int value) => *(float*)&value;

    /// <summary>Returns the float of the bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float UInt32BitsToSingle(uint value) => *(float*)&value;
}
