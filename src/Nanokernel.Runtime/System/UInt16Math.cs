using System.Numerics;

namespace System;

public readonly partial struct UInt16
{
    /// <summary>Returns the lesser of two values.</summary>
    public static ushort Min(ushort x, ushort y) => x < y ? x : y;

    /// <summary>Returns the greater of two values.</summary>
    public static ushort Max(ushort x, ushort y) => x > y ? x : y;

    /// <summary>Returns the value within bounds that is nearest.</summary>
    public static ushort Clamp(ushort value, ushort min, ushort max)
    {
        if (min > max)
            ThrowHelper.ThrowArgument("'min' cannot be greater than 'max'.");
        return value < min ? min : value > max ? max : value;
    }

    /// <summary>Returns quotient and remainder.</summary>
    public static (ushort Quotient, ushort Remainder) DivRem(ushort left, ushort right)
    {
        ushort quotient = (ushort)(left / right);
        return (quotient, (ushort)(left - (quotient * right)));
    }

    /// <summary>Returns whether the value is even.</summary>
    public static bool IsEvenInteger(ushort value) => (value & 1) == 0;

    /// <summary>Returns whether the value is odd.</summary>
    public static bool IsOddInteger(ushort value) => (value & 1) != 0;

    /// <summary>Returns whether the value is a power of two.</summary>
    public static bool IsPow2(ushort value) => (value & (value - 1)) == 0 && value > 0;

    /// <summary>Returns the number of one bits.</summary>
    public static ushort PopCount(ushort value) => (ushort)BitOperations.PopCount(unchecked((ushort)value));

    /// <summary>Returns the number of zero bits above the highest one bit.</summary>
    public static ushort LeadingZeroCount(ushort value) => (ushort)(BitOperations.LeadingZeroCount(unchecked((ushort)value)) - 16);

    /// <summary>Returns the number of zero bits below the lowest one bit.</summary>
    public static ushort TrailingZeroCount(ushort value) => (ushort)(value == 0 ? 16 : BitOperations.TrailingZeroCount(unchecked((ushort)value)));

    /// <summary>Returns the position of the highest one bit; 0 for 0.</summary>
    public static ushort Log2(ushort value) => (ushort)BitOperations.Log2((ushort)value);

    /// <summary>Returns 0 or 1.</summary>
    public static int Sign(ushort value) => value == 0 ? 0 : 1;
}
