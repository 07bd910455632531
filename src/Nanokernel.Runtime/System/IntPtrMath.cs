using System.Numerics;

namespace System;

public readonly partial struct IntPtr
{
    /// <summary>Returns the lesser of two values.</summary>
    public static nint Min(nint x, nint y) => x < y ? x : y;

    /// <summary>Returns the greater of two values.</summary>
    public static nint Max(nint x, nint y) => x > y ? x : y;

    /// <summary>Returns the value within bounds that is nearest.</summary>
    public static nint Clamp(nint value, nint min, nint max)
    {
        if (min > max)
            ThrowHelper.ThrowArgument("'min' cannot be greater than 'max'.");
        return value < min ? min : value > max ? max : value;
    }

    /// <summary>Returns quotient and remainder.</summary>
    public static (nint Quotient, nint Remainder) DivRem(nint left, nint right)
    {
        nint quotient = (nint)(left / right);
        return (quotient, (nint)(left - (quotient * right)));
    }

    /// <summary>Returns whether the value is even.</summary>
    public static bool IsEvenInteger(nint value) => (value & 1) == 0;

    /// <summary>Returns whether the value is odd.</summary>
    public static bool IsOddInteger(nint value) => (value & 1) != 0;

    /// <summary>Returns whether the value is a power of two.</summary>
    public static bool IsPow2(nint value) => (value & (value - 1)) == 0 && value > 0;

    /// <summary>Returns the number of one bits.</summary>
    public static nint PopCount(nint value) => (nint)BitOperations.PopCount(unchecked((uint)value));

    /// <summary>Returns the number of zero bits above the highest one bit.</summary>
    public static nint LeadingZeroCount(nint value) => (nint)(BitOperations.LeadingZeroCount(unchecked((uint)value)));

    /// <summary>Returns the number of zero bits below the lowest one bit.</summary>
    public static nint TrailingZeroCount(nint value) => (nint)BitOperations.TrailingZeroCount(unchecked((uint)value));

    /// <summary>Rotates to the left.</summary>
    public static nint RotateLeft(nint value, int rotateAmount) => unchecked((nint)BitOperations.RotateLeft((uint)value, rotateAmount));

    /// <summary>Rotates to the right.</summary>
    public static nint RotateRight(nint value, int rotateAmount) => unchecked((nint)BitOperations.RotateRight((uint)value, rotateAmount));

    /// <summary>Returns the value without its sign; throws if it does not fit.</summary>
    public static nint Abs(nint value) => Math.Abs(value);

    /// <summary>Returns -1, 0 or 1.</summary>
    public static int Sign(nint value) => Math.Sign(value);

    /// <summary>Returns whether the value is less than 0.</summary>
    public static bool IsNegative(nint value) => value < 0;

    /// <summary>Returns whether the value is 0 or greater.</summary>
    public static bool IsPositive(nint value) => value >= 0;
}
