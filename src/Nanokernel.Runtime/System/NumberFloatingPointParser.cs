using System.Runtime.CompilerServices;

namespace System;

// Reads floating-point numbers.
internal static partial class Number
{
    // The number in the middle between two doubles has no more.
    private const int MiddleDigits = 768;

    // The nearest double, or the nearest float, which a double holds.
    internal static bool TryParse<TChar>(ReadOnlySpan<TChar> text, bool isSingle, out double result)
        where TChar : unmanaged
    {
        int position = 0;
        while (IsWhite(At(text, position)))
            position++;
        bool negative = At(text, position) == '-';
        if (negative || At(text, position) == '+')
            position++;

        // Digits that do not fit in 64 bits only count.
        int firstDigit = position;
        ulong significand = 0;
        int exponent = 0;
        int digits = 0;
        bool isBehindPoint = false;
        bool isMore = false;
        for (; ; position++)
        {
            int character = At(text, position);
            if (character == '.' && !isBehindPoint)
            {
                isBehindPoint = true;
                continue;
            }

            if (character == ',' && digits != 0 && !isBehindPoint)
                continue;
            if (character is not (>= '0' and <= '9'))
                break;
            digits++;
            if (significand < ulong.MaxValue / 10 - 1)
            {
                significand = (significand * 10) + ((uint)character - '0');
                if (isBehindPoint)
                    exponent--;
            }
            else
            {
                isMore |= character != '0';
                if (!isBehindPoint)
                    exponent++;
            }
        }

        if (digits == 0)
            return TryParseName(text, out result);
        if (At(text, position) is 'e' or 'E' && TryReadExponent(text, ref position, out int stated))
            exponent += stated;
        while (IsWhite(At(text, position)))
            position++;
        while (At(text, position) == 0)
            position++;
        result = 0;
        if (position != text.Length)
            return false;
        double magnitude = Compose(significand, exponent, isSingle);
        if (isMore)
        {
            // What follows makes a difference where a half lies between this significand and the next.
            double next = Compose(significand + 1, exponent, isSingle);
            if (magnitude != next && IsNearerToNext(text[firstDigit..], significand, exponent, magnitude, isSingle))
                magnitude = next;
        }

        result = negative ? -magnitude : magnitude;
        return true;
    }

    // NaN and the infinities, in letters of any case.
    private static bool TryParseName<TChar>(ReadOnlySpan<TChar> text, out double result)
        where TChar : unmanaged
    {
        int start = 0;
        int end = text.Length;
        while (IsWhite(At(text, start)))
            start++;
        while (end > start && IsWhite(At(text, end - 1)))
            end--;
        bool isNegative = At(text, start) == '-';
        if (isNegative || At(text, start) == '+')
            start++;
        bool isInfinity = IsName(text[start..end], "INFINITY");
        bool isNaN = IsName(text[start..end], "NAN");
        result = isInfinity ? (isNegative ? double.NegativeInfinity : double.PositiveInfinity) : isNaN ? double.NaN : 0;
        return isInfinity || isNaN;
    }

    private static bool IsName<TChar>(ReadOnlySpan<TChar> text, string capitals)
        where TChar : unmanaged
    {
        if (text.Length != capitals.Length)
            return false;
        for (int i = 0; i < text.Length; i++)
        {
            if (char.ToUpperInvariant((char)At(text, i)) != capitals[i])
                return false;
        }

        return true;
    }

    // Compares all digits with those of the number in the middle between two neighbours.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsNearerToNext<TChar>(ReadOnlySpan<TChar> text, ulong significand, int exponent, double lower, bool isSingle)
        where TChar : unmanaged
    {
        int point = exponent;
        for (ulong rest = significand; rest != 0; rest /= 10)
            point++;
        FloatingPoint number = isSingle ? new FloatingPoint((float)lower) : new FloatingPoint(lower);
        DecimalDigits middle = new(stackalloc byte[MiddleDigits]);
        middle.Exact(number.MiddleToNext, MiddleDigits, countAll: true);
        int comparison = point.CompareTo(middle.Point);
        int digit = 0;
        for (int i = 0; comparison == 0 && i < text.Length; i++)
        {
            int character = At(text, i);
            if (character is '.' or ',' || (character == '0' && digit == 0))
                continue;
            if (character is not (>= '0' and <= '9'))
                break;
            comparison = character - middle[digit++];
        }

        // The middle may have more digits.
        for (; comparison == 0 && digit < middle.Count; digit++)
            comparison = '0' - middle[digit];
        return comparison > 0 || (comparison == 0 && (number.Significand & 1) != 0);
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

    // The number nearest to significand * 10^exponent, by exact comparison.
    private static double Compose(ulong significand, int exponent, bool isSingle)
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

        // Shifts one of them until the quotient has 64 bits, of which the number keeps some, fewer near zero.
        int shift = 64 + denominator.BitLength - numerator.BitLength;
        if (shift > 0)
            numerator.ShiftLeft(shift);
        else
            denominator.ShiftLeft(-shift);
        ulong quotient = numerator.Divide(ref denominator, out bool isExact, out int doubled);
        return isSingle
            ? BitConverter.UInt32BitsToSingle((uint)Round(quotient, doubled - shift, isExact, 24, -149, 0xFF))
            : BitConverter.UInt64BitsToDouble(Round(quotient, doubled - shift, isExact, 53, -1074, 0x7FF));
    }

    // value = quotient * 2^exponent and a bit more if it is not exact; the quotient's highest bit is one. The result are the bits of a
    // number with so many bits of precision, the least exponent and the biased exponent of infinity.
    private static ulong Round(ulong quotient, int exponent, bool isExact, int precision, int leastExponent, int infinity)
    {
        int dropped = Math.Max(64 - precision, leastExponent - exponent);
        if (dropped > 64)
            return 0;
        ulong kept = dropped == 64 ? 0 : quotient >> dropped;
        ulong rest = dropped == 64 ? quotient : quotient << (64 - dropped);
        const ulong Half = 0x8000_0000_0000_0000;
        if (rest > Half || (rest == Half && (!isExact || (kept & 1) != 0)))
            kept++;
        int biased = exponent + dropped - leastExponent + 1;
        ulong highest = 1ul << (precision - 1);
        if (kept >= highest * 2)
        {
            kept >>= 1;
            biased++;
        }

        if (kept < highest)
            return kept;
        if (biased >= infinity)
            return (ulong)infinity << (precision - 1);
        return ((ulong)biased << (precision - 1)) | (kept & (highest - 1));
    }
}
