using System.Globalization;
using System.Runtime.CompilerServices;

namespace System;

// Reads integers from UTF-16 and UTF-8.
internal static partial class Number
{
    internal static void Check(NumberParsing outcome)
    {
        if (outcome == NumberParsing.Malformed)
            ThrowHelper.ThrowFormat("The input string was not in a correct format.");
        if (outcome == NumberParsing.Overflow)
            ThrowHelper.ThrowOverflow("Value was either too large or too small for its type.");
    }

    internal static NumberParsing TryParse<TChar>(ReadOnlySpan<TChar> text, NumberStyles style, int width, bool signed, out ulong bits)
        where TChar : unmanaged
    {
        int position = 0;
        if ((style & NumberStyles.AllowLeadingWhite) != 0)
        {
            while (IsWhite(At(text, position)))
                position++;
        }

        bool negative = false;
        if ((style & NumberStyles.AllowLeadingSign) != 0 && At(text, position) is '+' or '-')
        {
            negative = At(text, position) == '-';
            position++;
        }

        uint radix = (style & NumberStyles.AllowHexSpecifier) != 0 ? 16u : (style & NumberStyles.AllowBinarySpecifier) != 0 ? 2u : 10u;
        int first = position;
        ulong limit = width == 64 ? ulong.MaxValue : (1ul << width) - 1;
        bool isScaled = radix == 10 && (style & (NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent)) != 0;
        bool overflow = !(isScaled ? TryReadScaled(text, style, ref position, out bits) : TryReadDigits(text, style, radix, limit, ref position, out bits));
        if (position == first)
            return Fail(out bits, NumberParsing.Malformed);
        if ((style & NumberStyles.AllowTrailingWhite) != 0)
        {
            while (IsWhite(At(text, position)))
                position++;
        }

        while (position < text.Length && At(text, position) == 0)
            position++;
        if (position != text.Length)
            return Fail(out bits, NumberParsing.Malformed);

        if (radix == 10)
        {
            ulong greatest = !signed ? (negative ? 0 : limit) : negative ? (limit >> 1) + 1 : limit >> 1;
            overflow |= bits > greatest;
        }

        if (overflow)
            return Fail(out bits, NumberParsing.Overflow);
        if (negative)
            bits = 0 - bits;
        return NumberParsing.Parsed;
    }

    // Returns false if there are more digits than fit in 64 bits, or in the limit where they are bits themselves.
    private static bool TryReadDigits<TChar>(ReadOnlySpan<TChar> text, NumberStyles style, uint radix, ulong limit, ref int position, out ulong bits)
        where TChar : unmanaged
    {
        bits = 0;
        int first = position;
        bool overflow = false;
        for (; ; position++)
        {
            int character = At(text, position);
            if (character == ',' && (style & NumberStyles.AllowThousands) != 0 && position > first)
                continue;
            uint digit = Digit(character);
            if (digit >= radix)
                return !overflow;
            if (radix == 10)
                overflow |= bits > ulong.MaxValue / 10 || (bits *= 10) > ulong.MaxValue - digit;
            else
                overflow |= bits > limit / radix || (bits *= radix) > limit - digit;
            bits += digit;
        }
    }

    // Digits with a decimal point or an exponent; returns false if they are no whole number of 64 bits.
    private static bool TryReadScaled<TChar>(ReadOnlySpan<TChar> text, NumberStyles style, ref int position, out ulong bits)
        where TChar : unmanaged
    {
        bits = 0;
        int first = position;
        int digits = 0;
        int scale = 0;
        int zeros = 0;
        bool fits = true;
        bool isBehindPoint = false;
        for (; ; position++)
        {
            int character = At(text, position);
            if (character == '.' && !isBehindPoint && (style & NumberStyles.AllowDecimalPoint) != 0)
            {
                isBehindPoint = true;
                continue;
            }

            if (character == ',' && digits != 0 && !isBehindPoint && (style & NumberStyles.AllowThousands) != 0)
                continue;
            uint digit = Digit(character);
            if (digit > 9)
                break;
            digits++;
            if (isBehindPoint)
                scale--;
            zeros = digit != 0 || bits == 0 ? zeros : zeros + 1;
            if (digit == 0)
                continue;

            // Zeros wait for a digit behind them: at the end they only scale.
            fits = fits && TryScale(ref bits, zeros + 1) && bits <= ulong.MaxValue - digit;
            bits += digit;
            zeros = 0;
        }

        if (digits == 0)
        {
            position = first;
            return true;
        }

        scale += zeros;
        if ((style & NumberStyles.AllowExponent) != 0 && At(text, position) is 'e' or 'E' && TryReadExponent(text, ref position, out int stated))
            scale += stated;
        return bits == 0 || (fits && scale >= 0 && TryScale(ref bits, scale));
    }

    // Multiplies by a power of ten.
    private static bool TryScale(ref ulong bits, int power)
    {
        for (; power > 0 && bits != 0; power--)
        {
            if (bits > ulong.MaxValue / 10)
                return false;
            bits *= 10;
        }

        return true;
    }

    internal static bool IsWhite(int character) => character is ' ' or (>= 9 and <= 13);

    // The character at a position, -1 behind the end.
    internal static int At<TChar>(ReadOnlySpan<TChar> text, int position)
        where TChar : unmanaged
    {
        if ((uint)position >= (uint)text.Length)
            return -1;
        ref TChar character = ref Unsafe.Add(ref text._reference, position);
        return Unsafe.SizeOf<TChar>() == 1 ? Unsafe.As<TChar, byte>(ref character) : Unsafe.As<TChar, char>(ref character);
    }

    private static uint Digit(int character) => character switch
    {
        >= '0' and <= '9' => (uint)character - '0',
        >= 'A' and <= 'F' => (uint)character - 'A' + 10,
        >= 'a' and <= 'f' => (uint)character - 'a' + 10,
        _ => uint.MaxValue,
    };

    private static NumberParsing Fail(out ulong bits, NumberParsing outcome)
    {
        bits = 0;
        return outcome;
    }
}
