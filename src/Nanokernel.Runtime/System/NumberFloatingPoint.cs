using System.Runtime.CompilerServices;

namespace System;

// Writes floating-point numbers.
internal static partial class Number
{
    private const int FloatingPointBufferLength = 512;
    private const int DigitsLength = 440;

    // Beyond these positions of the decimal point an exponent is written.
    private const int GreatestPointOfDouble = 17;
    private const int GreatestPointOfFloat = 9;
    private const int LeastPoint = -3;

    [SkipLocalsInit]
    internal static unsafe bool TryFormat(double value, bool isSingle, ReadOnlySpan<char> format, Span<char> destination, out int charsWritten)
    {
        byte* buffer = stackalloc byte[FloatingPointBufferLength];
        return TryWiden(Format(value, isSingle, format, new Span<byte>(buffer, FloatingPointBufferLength)), destination, out charsWritten);
    }

    [SkipLocalsInit]
    internal static unsafe bool TryFormat(double value, bool isSingle, ReadOnlySpan<char> format, Span<byte> destination, out int bytesWritten)
    {
        byte* buffer = stackalloc byte[FloatingPointBufferLength];
        ReadOnlySpan<byte> text = Format(value, isSingle, format, new Span<byte>(buffer, FloatingPointBufferLength));
        bool fits = text.TryCopyTo(destination);
        bytesWritten = fits ? text.Length : 0;
        return fits;
    }

    [SkipLocalsInit]
    internal static unsafe string ToString(double value, bool isSingle, string? format)
    {
        byte* buffer = stackalloc byte[FloatingPointBufferLength];
        return Latin(Format(value, isSingle, format, new Span<byte>(buffer, FloatingPointBufferLength)));
    }

    [SkipLocalsInit]
    private static unsafe ReadOnlySpan<byte> Format(double value, bool isSingle, ReadOnlySpan<char> formatText, Span<byte> buffer)
    {
        if (double.IsNaN(value))
            return "NaN"u8;
        if (double.IsInfinity(value))
            return value < 0 ? "-Infinity"u8 : "Infinity"u8;
        NumberFormat format = NumberFormat.Parse(formatText);
        byte* digitBuffer = stackalloc byte[DigitsLength];
        DecimalDigits digits = new(new Span<byte>(digitBuffer, DigitsLength));
        FloatingPoint number = isSingle ? new FloatingPoint((float)value) : new FloatingPoint(value);
        int length = 0;
        if (number.IsNegative)
            buffer[length++] = (byte)'-';
        switch (format.Kind)
        {
            case 'G' or 'R' when format.Precision <= 0 || format.Kind == 'R':
                if (number.Significand == 0)
                    buffer[length++] = (byte)'0';
                else
                    PutGeneral(ref digits, number, isSingle ? GreatestPointOfFloat : GreatestPointOfDouble, format.IsUpper, buffer, ref length);
                break;
            case 'G':
                PutGeneralOfPrecision(ref digits, number, format, buffer, ref length);
                break;
            case 'E':
                int places = format.Precision < 0 ? 6 : format.Precision;
                digits.Exact(number, places + 1, countAll: true);
                PutExponential(in digits, places, format.IsUpper, 3, buffer, ref length);
                break;
            case 'F' or 'N':
                int decimals = format.Precision < 0 ? 2 : format.Precision;
                digits.Exact(number, decimals, countAll: false);
                PutFixed(in digits, decimals, format.Kind == 'N', buffer, ref length);
                break;
            default:
                ThrowHelper.ThrowFormat("The format is not one of G, R, E, F and N.");
                break;
        }

        return buffer[..length];
    }

    // Numbers that are very large or small get an exponent.
    private static void PutGeneral(
        scoped ref DecimalDigits digits, FloatingPoint number, int greatestPoint, bool isUpper, Span<byte> buffer, scoped ref int length)
    {
        digits.Shortest(number);
        PutShort(in digits, digits.Count, greatestPoint, isUpper, buffer, ref length);
    }

    private static void PutGeneralOfPrecision(
        scoped ref DecimalDigits digits, FloatingPoint number, NumberFormat format, Span<byte> buffer, scoped ref int length)
    {
        digits.Exact(number, format.Precision, countAll: true);
        int count = Math.Min(digits.Count, format.Precision);
        while (count > 1 && digits[count - 1] == '0')
            count--;
        if (number.Significand == 0)
            buffer[length++] = (byte)'0';
        else
            PutShort(in digits, count, format.Precision, format.IsUpper, buffer, ref length);
    }

    private static void PutShort(
        scoped in DecimalDigits digits, int count, int greatestPoint, bool isUpper, Span<byte> buffer, scoped ref int length)
    {
        if (digits.Point > greatestPoint || digits.Point < LeastPoint)
            PutExponential(in digits, count - 1, isUpper, 2, buffer, ref length);
        else
            PutFixed(in digits, Math.Max(count - digits.Point, 0), grouped: false, buffer, ref length);
    }

    private static void PutFixed(scoped in DecimalDigits digits, int decimals, bool grouped, Span<byte> buffer, scoped ref int length)
    {
        if (digits.Point <= 0)
            buffer[length++] = (byte)'0';
        for (int i = 0; i < digits.Point; i++)
        {
            if (grouped && i != 0 && (digits.Point - i) % 3 == 0)
                buffer[length++] = (byte)',';
            buffer[length++] = digits[i];
        }

        if (decimals > 0)
            buffer[length++] = (byte)'.';
        for (int i = digits.Point; i < digits.Point + decimals; i++)
            buffer[length++] = digits[i];
    }

    private static void PutExponential(
        scoped in DecimalDigits digits, int places, bool isUpper, int exponentDigits, Span<byte> buffer, scoped ref int length)
    {
        buffer[length++] = digits[0];
        if (places > 0)
            buffer[length++] = (byte)'.';
        for (int i = 1; i <= places; i++)
            buffer[length++] = digits[i];
        int exponent = digits.Point - 1;
        buffer[length++] = (byte)(isUpper ? 'E' : 'e');
        buffer[length++] = (byte)(exponent < 0 ? '-' : '+');
        uint magnitude = (uint)Math.Abs(exponent);
        if (exponentDigits == 3 || magnitude >= 100)
            buffer[length++] = (byte)('0' + (magnitude / 100));
        buffer[length++] = (byte)('0' + (magnitude / 10 % 10));
        buffer[length++] = (byte)('0' + (magnitude % 10));
    }
}
