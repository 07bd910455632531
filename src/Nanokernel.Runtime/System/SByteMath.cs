using System.Numerics;

namespace System;

public readonly partial struct SByte
{
    /// <summary>Returns the lesser of two values.</summary>
    public static sbyte Min(sbyte x, sbyte y) => x < y ? x : y;

    /// <summary>Returns the greater of two values.</summary>
    public static sbyte Max(sbyte x, sbyte y) => x > y ? x : y;

    /// <summary>Returns the value within bounds that is nearest.</summary>
    public static sbyte Clamp(sbyte value, sbyte min, sbyte max)
    {
        if (min > max)
            ThrowHelper.ThrowArgument("'min' cannot be greater than 'max'.");
        return value < min ? min : value > max ? max : value;
    }

    /// <summary>Returns quotient and remainder.</summary>
    public static (sbyte Quotient, sbyte Remainder) DivRem(sbyte left, sbyte right)
    {
        sbyte quotient = (sbyte)(left / right);
        return (quotient, (sbyte)(left - (quotient * right)));
    }

    /// <summary>Returns whether the value is even.</summary>
    public static bool IsEvenInteger(sbyte value) => (value & 1) == 0;

    /// <summary>Returns whether the value is odd.</summary>
    public static bool IsOddInteger(sbyte value) => (value & 1) != 0;

    /// <summary>Returns whether the value is a power of two.</summary>
    public static bool IsPow2(sbyte value) => (value & (value - 1)) == 0 && value > 0;

    /// <summary>Returns the number of one bits.</summary>
    public static sbyte PopCount(sbyte value) => (sbyte)BitOperations.PopCount(unchecked((byte)value));

    /// <summary>Returns the number of zero bits above the highest one bit.</summary>
    public static sbyte LeadingZeroCount(sbyte value) => (sbyte)(BitOperations.LeadingZeroCount(unchecked((byte)value)) - 24);

    /// <summary>Returns the number of zero bits below the lowest one bit.</summary>
    public static sbyte TrailingZeroCount(sbyte value) => (sbyte)(value == 0 ? 8 : BitOperations.TrailingZeroCount(unchecked((byte)value)));

    /// <summary>Returns the value without its sign; throws if it does not fit.</summary>
    public static sbyte Abs(sbyte value) => Math.Abs(value);

    /// <summary>Returns -1, 0 or 1.</summary>
    public static int Sign(sbyte value) => Math.Sign(value);

    /// <summary>Returns whether the value is less than 0.</summary>
    public static bool IsNegative(sbyte value) => value < 0;

    /// <summary>Returns whether the value is 0 or greater.</summary>
    public static bool IsPositive(sbyte value) => value >= 0;
}
