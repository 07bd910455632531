using System.Numerics;

namespace System;

public readonly partial struct Int32
{
    /// <summary>Returns the lesser of two values.</summary>
    public static int Min(int x, int y) => x < y ? x : y;

    /// <summary>Returns the greater of two values.</summary>
    public static int Max(int x, int y) => x > y ? x : y;

    /// <summary>Returns the value within bounds that is nearest.</summary>
    public static int Clamp(int value, int min, int max)
    {
        if (min > max)
            ThrowHelper.ThrowArgument("'min' cannot be greater than 'max'.");
        return value < min ? min : value > max ? max : value;
    }

    /// <summary>Returns quotient and remainder.</summary>
    public static (int Quotient, int Remainder) DivRem(int left, int right)
    {
        int quotient = (int)(left / right);
        return (quotient, (int)(left - (quotient * right)));
    }

    /// <summary>Returns whether the value is even.</summary>
    public static bool IsEvenInteger(int value) => (value & 1) == 0;

    /// <summary>Returns whether the value is odd.</summary>
    public static bool IsOddInteger(int value) => (value & 1) != 0;

    /// <summary>Returns whether the value is a power of two.</summary>
    public static bool IsPow2(int value) => (value & (value - 1)) == 0 && value > 0;

    /// <summary>Returns the number of one bits.</summary>
    public static int PopCount(int value) => (int)BitOperations.PopCount(unchecked((uint)value));

    /// <summary>Returns the number of zero bits above the highest one bit.</summary>
    public static int LeadingZeroCount(int value) => (int)(BitOperations.LeadingZeroCount(unchecked((uint)value)));

    /// <summary>Returns the number of zero bits below the lowest one bit.</summary>
    public static int TrailingZeroCount(int value) => (int)BitOperations.TrailingZeroCount(unchecked((uint)value));

    /// <summary>Rotates to the left.</summary>
    public static int RotateLeft(int value, int rotateAmount) => unchecked((int)BitOperations.RotateLeft((uint)value, rotateAmount));

    /// <summary>Rotates to the right.</summary>
    public static int RotateRight(int value, int rotateAmount) => unchecked((int)BitOperations.RotateRight((uint)value, rotateAmount));

    /// <summary>Returns the value without its sign; throws if it does not fit.</summary>
    public static int Abs(int value) => Math.Abs(value);

    /// <summary>Returns -1, 0 or 1.</summary>
    public static int Sign(int value) => Math.Sign(value);

    /// <summary>Returns whether the value is less than 0.</summary>
    public static bool IsNegative(int value) => value < 0;

    /// <summary>Returns whether the value is 0 or greater.</summary>
    public static bool IsPositive(int value) => value >= 0;
}
