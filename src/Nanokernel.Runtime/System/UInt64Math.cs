using System.Numerics;

namespace System;

public readonly partial struct UInt64
{
    /// <summary>Returns the lesser of two values.</summary>
    public static ulong Min(ulong x, ulong y) => x < y ? x : y;

    /// <summary>Returns the greater of two values.</summary>
    public static ulong Max(ulong x, ulong y) => x > y ? x : y;

    /// <summary>Returns the value within bounds that is nearest.</summary>
    public static ulong Clamp(ulong value, ulong min, ulong max)
    {
        if (min > max)
            ThrowHelper.ThrowArgument("'min' cannot be greater than 'max'.");
        return value < min ? min : value > max ? max : value;
    }

    /// <summary>Returns quotient and remainder.</summary>
    public static (ulong Quotient, ulong Remainder) DivRem(ulong left, ulong right)
    {
        ulong quotient = (ulong)(left / right);
        return (quotient, (ulong)(left - (quotient * right)));
    }

    /// <summary>Returns whether the value is even.</summary>
    public static bool IsEvenInteger(ulong value) => (value & 1) == 0;

    /// <summary>Returns whether the value is odd.</summary>
    public static bool IsOddInteger(ulong value) => (value & 1) != 0;

    /// <summary>Returns whether the value is a power of two.</summary>
    public static bool IsPow2(ulong value) => (value & (value - 1)) == 0 && value > 0;

    /// <summary>Returns the number of one bits.</summary>
    public static ulong PopCount(ulong value) => (ulong)BitOperations.PopCount(unchecked((ulong)value));

    /// <summary>Returns the number of zero bits above the highest one bit.</summary>
    public static ulong LeadingZeroCount(ulong value) => (ulong)(BitOperations.LeadingZeroCount(unchecked((ulong)value)));

    /// <summary>Returns the number of zero bits below the lowest one bit.</summary>
    public static ulong TrailingZeroCount(ulong value) => (ulong)BitOperations.TrailingZeroCount(unchecked((ulong)value));

    /// <summary>Rotates to the left.</summary>
    public static ulong RotateLeft(ulong value, int rotateAmount) => unchecked((ulong)BitOperations.RotateLeft((ulong)value, rotateAmount));

    /// <summary>Rotates to the right.</summary>
    public static ulong RotateRight(ulong value, int rotateAmount) => unchecked((ulong)BitOperations.RotateRight((ulong)value, rotateAmount));

    /// <summary>Returns the position of the highest one bit; 0 for 0.</summary>
    public static ulong Log2(ulong value) => (ulong)BitOperations.Log2((ulong)value);

    /// <summary>Returns 0 or 1.</summary>
    public static int Sign(ulong value) => value == 0 ? 0 : 1;
}
