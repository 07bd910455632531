using System.Numerics;

namespace System;

public readonly partial struct Int64
{
    /// <summary>Returns the lesser of two values.</summary>
    public static long Min(long x, long y) => x < y ? x : y;

    /// <summary>Returns the greater of two values.</summary>
    public static long Max(long x, long y) => x > y ? x : y;

    /// <summary>Returns the value within bounds that is nearest.</summary>
    public static long Clamp(long value, long min, long max)
    {
        if (min > max)
            ThrowHelper.ThrowArgument("'min' cannot be greater than 'max'.");
        return value < min ? min : value > max ? max : value;
    }

    /// <summary>Returns quotient and remainder.</summary>
    public static (long Quotient, long Remainder) DivRem(long left, long right)
    {
        long quotient = (long)(left / right);
        return (quotient, (long)(left - (quotient * right)));
    }

    /// <summary>Returns whether the value is even.</summary>
    public static bool IsEvenInteger(long value) => (value & 1) == 0;

    /// <summary>Returns whether the value is odd.</summary>
    public static bool IsOddInteger(long value) => (value & 1) != 0;

    /// <summary>Returns whether the value is a power of two.</summary>
    public static bool IsPow2(long value) => (value & (value - 1)) == 0 && value > 0;

    /// <summary>Returns the number of one bits.</summary>
    public static long PopCount(long value) => (long)BitOperations.PopCount(unchecked((ulong)value));

    /// <summary>Returns the number of zero bits above the highest one bit.</summary>
    public static long LeadingZeroCount(long value) => (long)(BitOperations.LeadingZeroCount(unchecked((ulong)value)));

    /// <summary>Returns the number of zero bits below the lowest one bit.</summary>
    public static long TrailingZeroCount(long value) => (long)BitOperations.TrailingZeroCount(unchecked((ulong)value));

    /// <summary>Rotates to the left.</summary>
    public static long RotateLeft(long value, int rotateAmount) => unchecked((long)BitOperations.RotateLeft((ulong)value, rotateAmount));

    /// <summary>Rotates to the right.</summary>
    public static long RotateRight(long value, int rotateAmount) => unchecked((long)BitOperations.RotateRight((ulong)value, rotateAmount));

    /// <summary>Returns the value without its sign; throws if it does not fit.</summary>
    public static long Abs(long value) => Math.Abs(value);

    /// <summary>Returns -1, 0 or 1.</summary>
    public static int Sign(long value) => Math.Sign(value);

    /// <summary>Returns whether the value is less than 0.</summary>
    public static bool IsNegative(long value) => value < 0;

    /// <summary>Returns whether the value is 0 or greater.</summary>
    public static bool IsPositive(long value) => value >= 0;
}
