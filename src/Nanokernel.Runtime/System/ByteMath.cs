using System.Numerics;

namespace System;

public readonly partial struct Byte
{
    /// <summary>Returns the lesser of two values.</summary>
    public static byte Min(byte x, byte y) => x < y ? x : y;

    /// <summary>Returns the greater of two values.</summary>
    public static byte Max(byte x, byte y) => x > y ? x : y;

    /// <summary>Returns the value within bounds that is nearest.</summary>
    public static byte Clamp(byte value, byte min, byte max)
    {
        if (min > max)
            ThrowHelper.ThrowArgument("'min' cannot be greater than 'max'.");
        return value < min ? min : value > max ? max : value;
    }

    /// <summary>Returns quotient and remainder.</summary>
    public static (byte Quotient, byte Remainder) DivRem(byte left, byte right)
    {
        byte quotient = (byte)(left / right);
        return (quotient, (byte)(left - (quotient * right)));
    }

    /// <summary>Returns whether the value is even.</summary>
    public static bool IsEvenInteger(byte value) => (value & 1) == 0;

    /// <summary>Returns whether the value is odd.</summary>
    public static bool IsOddInteger(byte value) => (value & 1) != 0;

    /// <summary>Returns whether the value is a power of two.</summary>
    public static bool IsPow2(byte value) => (value & (value - 1)) == 0 && value > 0;

    /// <summary>Returns the number of one bits.</summary>
    public static byte PopCount(byte value) => (byte)BitOperations.PopCount(unchecked((byte)value));

    /// <summary>Returns the number of zero bits above the highest one bit.</summary>
    public static byte LeadingZeroCount(byte value) => (byte)(BitOperations.LeadingZeroCount(unchecked((byte)value)) - 24);

    /// <summary>Returns the number of zero bits below the lowest one bit.</summary>
    public static byte TrailingZeroCount(byte value) => (byte)(value == 0 ? 8 : BitOperations.TrailingZeroCount(unchecked((byte)value)));

    /// <summary>Returns the position of the highest one bit; 0 for 0.</summary>
    public static byte Log2(byte value) => (byte)BitOperations.Log2((byte)value);

    /// <summary>Returns 0 or 1.</summary>
    public static int Sign(byte value) => value == 0 ? 0 : 1;
}
