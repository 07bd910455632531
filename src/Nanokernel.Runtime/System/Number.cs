using System.Runtime.CompilerServices;

namespace System;

// Writes integers. Digits are made back to front in a buffer on the stack and then copied to where they go.
internal static partial class Number
{
    private const int BufferLength = 160;

    [SkipLocalsInit]
    internal static unsafe bool TryFormat(
        bool negative, ulong magnitude, ulong bits, int width, ReadOnlySpan<char> format, Span<char> destination, out int charsWritten)
    {
        byte* buffer = stackalloc byte[BufferLength];
        ReadOnlySpan<byte> text = Format(negative, magnitude, bits, width, format, new Span<byte>(buffer, BufferLength));
        return TryWiden(text, destination, out charsWritten);
    }

    [SkipLocalsInit]
    internal static unsafe bool TryFormat(
        bool negative, ulong magnitude, ulong bits, int width, ReadOnlySpan<char> format, Span<byte> destination, out int bytesWritten)
    {
        byte* buffer = stackalloc byte[BufferLength];
        ReadOnlySpan<byte> text = Format(negative, magnitude, bits, width, format, new Span<byte>(buffer, BufferLength));
        bool fits = text.TryCopyTo(destination);
        bytesWritten = fits ? text.Length : 0;
        return fits;
    }

    [SkipLocalsInit]
    internal static unsafe string ToString(bool negative, ulong magnitude, ulong bits, int width, ReadOnlySpan<char> format)
    {
        byte* buffer = stackalloc byte[BufferLength];
        return Latin(Format(negative, magnitude, bits, width, format, new Span<byte>(buffer, BufferLength)));
    }

    internal static bool TryWiden(ReadOnlySpan<byte> text, Span<char> destination, out int charsWritten)
    {
        charsWritten = 0;
        if (text.Length > destination.Length)
            return false;
        for (int i = 0; i < text.Length; i++)
            destination[i] = (char)text[i];
        charsWritten = text.Length;
        return true;
    }

    internal static string Latin(ReadOnlySpan<byte> text)
    {
        string result = string.Allocate(text.Length);
        TryWiden(text, result.Characters, out _);
        return result;
    }

    private static ReadOnlySpan<byte> Format(
        bool negative, ulong magnitude, ulong bits, int width, ReadOnlySpan<char> formatText, Span<byte> buffer)
    {
        NumberFormat format = NumberFormat.Parse(formatText);
        int start = buffer.Length;
        switch (format.Kind)
        {
            case 'G' when format.Precision > 0:
                start = PutGeneral(buffer, magnitude, format);
                break;
            case 'G':
            case 'D':
                start = PutDecimal(buffer, start, magnitude, format.Kind == 'D' ? format.Precision : 1);
                break;
            case 'X':
                return buffer[PutPowerOfTwo(buffer, start, bits, 4, format.Precision, format.IsUpper ? 'A' - 10 : 'a' - 10)..];
            case 'B':
                return buffer[PutPowerOfTwo(buffer, start, bits, 1, format.Precision, 0)..];
            case 'N':
            case 'F':
                int decimals = format.Precision < 0 ? 2 : format.Precision;
                for (int i = 0; i < decimals; i++)
                    buffer[--start] = (byte)'0';
                if (decimals != 0)
                    buffer[--start] = (byte)'.';
                start = format.Kind == 'N' ? PutGrouped(buffer, start, magnitude) : PutDecimal(buffer, start, magnitude, 1);
                break;
            default:
                ThrowHelper.ThrowFormat("The format is not one of D, G, X, B, N and F.");
                break;
        }

        if (negative)
            buffer[--start] = (byte)'-';
        return buffer[start..];
    }

    // The functions return where the digits start that they have put before the given position.
    private static int PutDecimal(Span<byte> buffer, int end, ulong value, int digits)
    {
        int start = end;
        while (value > uint.MaxValue)
        {
            ulong quotient = value / 10;
            buffer[--start] = (byte)('0' + (uint)(value - (quotient * 10)));
            value = quotient;
        }

        for (uint rest = (uint)value; rest != 0; rest /= 10)
            buffer[--start] = (byte)('0' + (rest % 10));
        while (end - start < digits || start == end)
            buffer[--start] = (byte)'0';
        return start;
    }

    // With an exponent if the number has more digits than the precision.
    private static int PutGeneral(Span<byte> buffer, ulong value, NumberFormat format)
    {
        int start = PutDecimal(buffer, buffer.Length, value, 1);
        int count = buffer.Length - start;
        if (count <= format.Precision)
            return start;

        // Rounded by the first digit that goes, five up; nines may make it one digit longer.
        for (int i = count - format.Precision; i > 1; i--)
            value /= 10;
        value = (value / 10) + (value % 10 >= 5 ? 1u : 0);
        count += buffer.Length - PutDecimal(buffer, buffer.Length, value, 1) - format.Precision;
        while (value % 10 == 0)
            value /= 10;

        start = PutDecimal(buffer, buffer.Length, (uint)count - 1, 2);
        buffer[--start] = (byte)'+';
        buffer[--start] = (byte)(format.IsUpper ? 'E' : 'e');
        int end = start;
        start = PutDecimal(buffer, end, value, 1);
        if (end - start == 1)
            return start;
        buffer[start - 1] = buffer[start];
        buffer[start] = (byte)'.';
        return start - 1;
    }

    private static int PutGrouped(Span<byte> buffer, int end, ulong value)
    {
        int start = end;
        do
        {
            if (end - start is 3 or 7 or 11 or 15 or 19 or 23)
                buffer[--start] = (byte)',';
            ulong quotient = value / 10;
            buffer[--start] = (byte)('0' + (uint)(value - (quotient * 10)));
            value = quotient;
        }
        while (value != 0);
        return start;
    }

    private static int PutPowerOfTwo(Span<byte> buffer, int end, ulong value, int bitsPerDigit, int digits, int letterOffset)
    {
        int start = end;
        uint mask = (1u << bitsPerDigit) - 1;
        while (value != 0 || end - start < digits || start == end)
        {
            uint digit = (uint)value & mask;
            buffer[--start] = (byte)(digit < 10 ? '0' + digit : digit + letterOffset);
            value >>= bitsPerDigit;
        }

        return start;
    }
}
