using System.Runtime.CompilerServices;

namespace System;

// Texts of time spans: [-][d.]hh:mm:ss[.fffffff].
public readonly partial struct TimeSpan : ISpanFormattable, IUtf8SpanFormattable
{
    private const int GreatestLength = 26;
    private const uint TicksPerSecondAsWord = 10_000_000;

    /// <summary>Returns the text, from the heap.</summary>
    [SkipLocalsInit]
    public override string ToString()
    {
        Span<byte> buffer = stackalloc byte[GreatestLength];
        return Number.Latin(Format(buffer));
    }

    /// <summary>Returns the text in a format, from the heap: c, which t and T stand for as well.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider = null)
    {
        Check(format);
        return ToString();
    }

    /// <inheritdoc/>
    [SkipLocalsInit]
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        Check(format);
        Span<byte> buffer = stackalloc byte[GreatestLength];
        return Number.TryWiden(Format(buffer), destination, out charsWritten);
    }

    /// <inheritdoc/>
    [SkipLocalsInit]
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        Check(format);
        Span<byte> buffer = stackalloc byte[GreatestLength];
        ReadOnlySpan<byte> text = Format(buffer);
        bool fits = text.TryCopyTo(utf8Destination);
        bytesWritten = fits ? text.Length : 0;
        return fits;
    }

    private static void Check(ReadOnlySpan<char> format)
    {
        if (!format.IsEmpty && (format.Length != 1 || format[0] is not ('c' or 't' or 'T')))
            ThrowHelper.ThrowFormat("The format is not one of c, t and T.");
    }

    // From the back to the front of the buffer.
    private ReadOnlySpan<byte> Format(Span<byte> buffer)
    {
        ulong magnitude = Ticks < 0 ? 0 - (ulong)Ticks : (ulong)Ticks;
        ulong seconds = magnitude / TicksPerSecondAsWord;
        uint fraction = (uint)(magnitude - (seconds * TicksPerSecondAsWord));
        uint days = (uint)(seconds / 86_400);
        uint rest = (uint)(seconds - (days * 86_400ul));
        int start = buffer.Length;
        if (fraction != 0)
        {
            start = Put(buffer, start, fraction, 7);
            buffer[--start] = (byte)'.';
        }

        start = Put(buffer, start, rest % 60, 2);
        buffer[--start] = (byte)':';
        start = Put(buffer, start, rest / 60 % 60, 2);
        buffer[--start] = (byte)':';
        start = Put(buffer, start, rest / 3600, 2);
        if (days != 0)
        {
            buffer[--start] = (byte)'.';
            start = Put(buffer, start, days, 1);
        }

        if (Ticks < 0)
            buffer[--start] = (byte)'-';
        return buffer[start..];
    }

    private static int Put(Span<byte> buffer, int end, uint value, int digits)
    {
        int start = end;
        while (value != 0 || end - start < digits)
        {
            buffer[--start] = (byte)('0' + (value % 10));
            value /= 10;
        }

        return start;
    }
}
