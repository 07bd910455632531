using System.Numerics;

namespace System;

public readonly partial struct UIntPtr
{
    /// <summary>Returns the lesser of two values.</summary>
    public static nuint Min(nuint x, nuint y) => x < y ? x : y;

    /// <summary>Returns the greater of two values.</summary>
    public static nuint Max(nuint x, nuint y) => x > y ? x : y;

    /// <summary>Returns the value within bounds that is nearest.</summary>
    public static nuint Clamp(nuint value, nuint min, nuint max)
    {
        if (min > max)
            ThrowHelper.ThrowArgument("'min' cannot be greater than 'max'.");
        return value < min ? min : value > max ? max : value;
    }

    /// <summary>Returns quotient and remainder.</summary>
    public static (nuint Quotient, nuint Remainder) DivRem(nuint left, nuint right)
    {
        nuint quotient = (nuint)(left / right);
        return (quotient, (nuint)(left - (quotient * right)));
    }

    /// <summary>Returns whether the value is even.</summary>
    public static bool IsEvenInteger(nuint value) => (value & 1) == 0;

    /// <summary>Returns whether the value is odd.</summary>
    public static bool IsOddInteger(nuint value) => (value & 1) != 0;

    /// <summary>Returns whether the value is a power of two.</summary>
    public static bool IsPow2(nuint value) => (value & (value - 1)) == 0 && value > 0;

    /// <summary>Returns the number of one bits.</summary>
    public static nuint PopCount(nuint value) => (nuint)BitOperations.PopCount(unchecked((uint)value));

    /// <summary>Returns the number of zero bits above the highest one bit.</summary>
    public static nuint LeadingZeroCount(nuint value) => (nuint)(BitOperations.LeadingZeroCount(unchecked((uint)value)));

    /// <summary>Returns the number of zero bits below the lowest one bit.</summary>
    public static nuint TrailingZeroCount(nuint value) => (nuint)BitOperations.TrailingZeroCount(unchecked((uint)value));

    /// <summary>Rotates to the left.</summary>
    public static nuint RotateLeft(nuint value, int rotateAmount) => unchecked((nuint)BitOperations.RotateLeft((uint)value, rotateAmount));

    /// <summary>Rotates to the right.</summary>
    public static nuint RotateRight(nuint value, int rotateAmount) => unchecked((nuint)BitOperations.RotateRight((uint)value, rotateAmount));

    /// <summary>Returns the position of the highest one bit; 0 for 0.</summary>
    public static nuint Log2(nuint value) => (nuint)BitOperations.Log2((uint)value);

    /// <summary>Returns 0 or 1.</summary>
    public static int Sign(nuint value) => value == 0 ? 0 : 1;
}
