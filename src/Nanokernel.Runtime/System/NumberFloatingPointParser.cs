namespace System;

// Reads floating-point numbers.
internal static partial class Number
{
    internal static bool TryParseDouble<TChar>(ReadOnlySpan<TChar> text, out double result)
        where TChar : unmanaged
    {
        result = 0;
        int position = 0;
        while (IsWhite(At(text, position)))
            position++;
        bool negative = At(text, position) == '-';
        if (negative || At(text, position) == '+')
            position++;

        // Digits that do not fit in 64 bits only count.
        ulong significand = 0;
        int exponent = 0;
        int digits = 0;
        bool isBehindPoint = false;
        for (; ; position++)
        {
            int character = At(text, position);
            if (character == '.' && !isBehindPoint)
            {
                isBehindPoint = true;
                continue;
            }

            if (character is not (>= '0' and <= '9'))
                break;
            digits++;
            if (significand < ulong.MaxValue / 10 - 1)
            {
                significand = (significand * 10) + ((uint)character - '0');
                if (isBehindPoint)
                    exponent--;
            }
            else if (!isBehindPoint)
            {
                exponent++;
            }
        }

        if (digits == 0)
            return false;
        if (At(text, position) is 'e' or 'E' && TryReadExponent(text, ref position, out int stated))
            exponent += stated;
        while (IsWhite(At(text, position)))
            position++;
        if (position != text.Length)
            return false;
        double magnitude = Compose(significand, exponent);
        result = negative ? -magnitude : magnitude;
        return true;
    }

    private static bool TryReadExponent<TChar>(ReadOnlySpan<TChar> text, ref int position, out int exponent)
        where TChar : unmanaged
    {
        exponent = 0;
        int at = position + 1;
        bool negative = At(text, at) == '-';
        if (negative || At(text, at) == '+')
            at++;
        int first = at;
        for (; At(text, at) is >= '0' and <= '9'; at++)
            exponent = Math.Min((exponent * 10) + At(text, at) - '0', 9999);
        if (at == first)
            return false;
        position = at;
        if (negative)
            exponent = -exponent;
        return true;
    }

    // The double nearest to significand * 10^exponent, by exact comparison.
    private static double Compose(ulong significand, int exponent)
    {
        if (significand == 0 || exponent < -345)
            return 0;
        if (exponent > 310)
            return double.PositiveInfinity;
        BigNatural numerator = new(significand);
        BigNatural denominator = new(1);
        if (exponent >= 0)
            numerator.MultiplyByPowerOfTen(exponent);
        else
            denominator.MultiplyByPowerOfTen(-exponent);

        // Shifts one of them until the quotient has 64 bits, of which the double keeps 53, or fewer near zero.
        int shift = 64 + denominator.BitLength - numerator.BitLength;
        if (shift > 0)
            numerator.ShiftLeft(shift);
        else
            denominator.ShiftLeft(-shift);
        ulong quotient = numerator.Divide(ref denominator, out bool isExact, out int doubled);
        return Round(quotient, doubled - shift, isExact);
    }

    // value = quotient * 2^exponent and a bit more if it is not exact; the quotient's highest bit is one.
    private static double Round(ulong quotient, int exponent, bool isExact)
    {
        int dropped = Math.Max(11, -1074 - exponent);
        if (dropped > 64)
            return 0;
        ulong kept = dropped == 64 ? 0 : quotient >> dropped;
        ulong rest = dropped == 64 ? quotient : quotient << (64 - dropped);
        const ulong Half = 0x8000_0000_0000_0000;
        if (rest > Half || (rest == Half && (!isExact || (kept & 1) != 0)))
            kept++;
        int biased = exponent + dropped + 1075;
        if (kept >= 0x0020_0000_0000_0000)
        {
            kept >>= 1;
            biased++;
        }

        if (kept < 0x0010_0000_0000_0000)
            return BitConverter.UInt64BitsToDouble(kept);
        if (biased >= 0x7FF)
            return double.PositiveInfinity;
        return BitConverter.UInt64BitsToDouble(((ulong)biased << 52) | (kept & 0x000F_FFFF_FFFF_FFFF));
    }
}
