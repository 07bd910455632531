using System.Globalization;

namespace System;

public readonly partial struct Byte
{
    /// <summary>Parses a text; throws if it is no such number.</summary>
    public static byte Parse(string s) => Parse((ReadOnlySpan<char>)s);

    /// <summary>Parses a text; throws if it is no such number.</summary>
    public static byte Parse(string s, NumberStyles style) => Parse((ReadOnlySpan<char>)s, style);

    /// <summary>Parses a text; throws if it is no such number.</summary>
    public static byte Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null)
    {
        Number.Check(Number.TryParse(s, style, 8, false, out ulong bits));
        return unchecked((byte)bits);
    }

    /// <summary>Parses a text; throws if it is no such number.</summary>
    public static byte Parse(ReadOnlySpan<byte> utf8Text, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null)
    {
        Number.Check(Number.TryParse(utf8Text, style, 8, false, out ulong bits));
        return unchecked((byte)bits);
    }

    /// <summary>Parses a text; returns whether it is such a number.</summary>
    public static bool TryParse(string? s, out byte result) => TryParse((ReadOnlySpan<char>)s, out result);

    /// <summary>Parses a text; returns whether it is such a number.</summary>
    public static bool TryParse(ReadOnlySpan<char> s, out byte result) => TryParse(s, NumberStyles.Integer, null, out result);

    /// <summary>Parses a text; returns whether it is such a number.</summary>
    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out byte result)
    {
        bool parsed = Number.TryParse(s, style, 8, false, out ulong bits) == NumberParsing.Parsed;
        result = unchecked((byte)bits);
        return parsed;
    }

    /// <summary>Parses a text; returns whether it is such a number.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out byte result) => TryParse(utf8Text, NumberStyles.Integer, null, out result);

    /// <summary>Parses a text; returns whether it is such a number.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider, out byte result)
    {
        bool parsed = Number.TryParse(utf8Text, style, 8, false, out ulong bits) == NumberParsing.Parsed;
        result = unchecked((byte)bits);
        return parsed;
    }
}
