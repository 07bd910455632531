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
        bits = 0;
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
        bool overflow = false;
        ulong limit = width == 64 ? ulong.MaxValue : (1ul << width) - 1;
        while (true)
        {
            int character = At(text, position);
            if (character == ',' && (style & NumberStyles.AllowThousands) != 0 && position > first)
            {
                position++;
                continue;
            }

            uint digit = Digit(character);
            if (digit >= radix)
                break;
            if (radix == 10)
                overflow |= bits > ulong.MaxValue / 10 || (bits *= 10) > ulong.MaxValue - digit;
            else
                overflow |= bits > limit / radix || (bits *= radix) > limit - digit;
            bits += digit;
            position++;
        }

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
