using System.Numerics;

namespace System;

public readonly partial struct Int16
{
    /// <summary>Returns the lesser of two values.</summary>
    public static short Min(short x, short y) => x < y ? x : y;

    /// <summary>Returns the greater of two values.</summary>
    public static short Max(short x, short y) => x > y ? x : y;

    /// <summary>Returns the value within bounds that is nearest.</summary>
    public static short Clamp(short value, short min, short max)
    {
        if (min > max)
            ThrowHelper.ThrowArgument("'min' cannot be greater than 'max'.");
        return value < min ? min : value > max ? max : value;
    }

    /// <summary>Returns quotient and remainder.</summary>
    public static (short Quotient, short Remainder) DivRem(short left, short right)
    {
        short quotient = (short)(left / right);
        return (quotient, (short)(left - (quotient * right)));
    }

    /// <summary>Returns whether the value is even.</summary>
    public static bool IsEvenInteger(short value) => (value & 1) == 0;

    /// <summary>Returns whether the value is odd.</summary>
    public static bool IsOddInteger(short value) => (value & 1) != 0;

    /// <summary>Returns whether the value is a power of two.</summary>
    public static bool IsPow2(short value) => (value & (value - 1)) == 0 && value > 0;

    /// <summary>Returns the number of one bits.</summary>
    public static short PopCount(short value) => (short)BitOperations.PopCount(unchecked((ushort)value));

    /// <summary>Returns the number of zero bits above the highest one bit.</summary>
    public static short LeadingZeroCount(short value) => (short)(BitOperations.LeadingZeroCount(unchecked((ushort)value)) - 16);

    /// <summary>Returns the number of zero bits below the lowest one bit.</summary>
    public static short TrailingZeroCount(short value) => (short)(value == 0 ? 16 : BitOperations.TrailingZeroCount(unchecked((ushort)value)));

    /// <summary>Returns the value without its sign; throws if it does not fit.</summary>
    public static short Abs(short value) => Math.Abs(value);

    /// <summary>Returns -1, 0 or 1.</summary>
    public static int Sign(short value) => Math.Sign(value);

    /// <summary>Returns whether the value is less than 0.</summary>
    public static bool IsNegative(short value) => value < 0;

    /// <summary>Returns whether the value is 0 or greater.</summary>
    public static bool IsPositive(short value) => value >= 0;
}
