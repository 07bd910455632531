namespace System;

// What floating-point numbers are made of, and their digits by exact arithmetic on big integers: the value is significand * 2^exponent.
internal readonly struct FloatingPoint
{
    internal FloatingPoint(double value)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(value);
        IsNegative = (long)bits < 0;
        ulong fraction = bits & 0x000F_FFFF_FFFF_FFFF;
        int biased = (int)(bits >> 52) & 0x7FF;
        Significand = biased == 0 ? fraction : fraction | 0x0010_0000_0000_0000;
        Exponent = Math.Max(biased, 1) - 1075;
        IsLowerGapHalf = fraction == 0 && biased > 1;
    }

    internal FloatingPoint(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value);
        IsNegative = (int)bits < 0;
        uint fraction = bits & 0x007F_FFFF;
        int biased = (int)(bits >> 23) & 0xFF;
        Significand = biased == 0 ? fraction : fraction | 0x0080_0000;
        Exponent = Math.Max(biased, 1) - 150;
        IsLowerGapHalf = fraction == 0 && biased > 1;
    }

    private FloatingPoint(ulong significand, int exponent)
    {
        Significand = significand;
        Exponent = exponent;
    }

    internal bool IsNegative { get; }

    internal ulong Significand { get; }

    internal int Exponent { get; }

    // Halfway to the next number of the same sign.
    internal FloatingPoint MiddleToNext => new((Significand * 2) + 1, Exponent - 1);

    // A power of two is twice as far from its upper neighbour as from its lower one.
    internal bool IsLowerGapHalf { get; }
}
