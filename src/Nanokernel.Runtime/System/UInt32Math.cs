using System.Numerics;

namespace System;

public readonly partial struct UInt32
{
    /// <summary>Returns the lesser of two values.</summary>
    public static uint Min(uint x, uint y) => x < y ? x : y;

    /// <summary>Returns the greater of two values.</summary>
    public static uint Max(uint x, uint y) => x > y ? x : y;

    /// <summary>Returns the value within bounds that is nearest.</summary>
    public static uint Clamp(uint value, uint min, uint max)
    {
        if (min > max)
            ThrowHelper.ThrowArgument("'min' cannot be greater than 'max'.");
        return value < min ? min : value > max ? max : value;
    }

    /// <summary>Returns quotient and remainder.</summary>
    public static (uint Quotient, uint Remainder) DivRem(uint left, uint right)
    {
        uint quotient = (uint)(left / right);
        return (quotient, (uint)(left - (quotient * right)));
    }

    /// <summary>Returns whether the value is even.</summary>
    public static bool IsEvenInteger(uint value) => (value & 1) == 0;

    /// <summary>Returns whether the value is odd.</summary>
    public static bool IsOddInteger(uint value) => (value & 1) != 0;

    /// <summary>Returns whether the value is a power of two.</summary>
    public static bool IsPow2(uint value) => (value & (value - 1)) == 0 && value > 0;

    /// <summary>Returns the number of one bits.</summary>
    public static uint PopCount(uint value) => (uint)BitOperations.PopCount(unchecked((uint)value));

    /// <summary>Returns the number of zero bits above the highest one bit.</summary>
    public static uint LeadingZeroCount(uint value) => (uint)(BitOperations.LeadingZeroCount(unchecked((uint)value)));

    /// <summary>Returns the number of zero bits below the lowest one bit.</summary>
    public static uint TrailingZeroCount(uint value) => (uint)BitOperations.TrailingZeroCount(unchecked((uint)value));

    /// <summary>Rotates to the left.</summary>
    public static uint RotateLeft(uint value, int rotateAmount) => unchecked((uint)BitOperations.RotateLeft((uint)value, rotateAmount));

    /// <summary>Rotates to the right.</summary>
    public static uint RotateRight(uint value, int rotateAmount) => unchecked((uint)BitOperations.RotateRight((uint)value, rotateAmount));

    /// <summary>Returns the position of the highest one bit; 0 for 0.</summary>
    public static uint Log2(uint value) => (uint)BitOperations.Log2((uint)value);

    /// <summary>Returns 0 or 1.</summary>
    public static int Sign(uint value) => value == 0 ? 0 : 1;
}
