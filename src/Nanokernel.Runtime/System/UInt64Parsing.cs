using System.Globalization;

namespace System;

public readonly partial struct UInt64
{
    /// <summary>Parses a text; throws if it is no such number.</summary>
    public static ulong Parse(string s) => Parse((ReadOnlySpan<char>)s);

    /// <summary>Parses a text; throws if it is no such number.</summary>
    public static ulong Parse(string s, NumberStyles style) => Parse((ReadOnlySpan<char>)s, style);

    /// <summary>Parses a text; throws if it is no such number.</summary>
    public static ulong Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null)
    {
        Number.Check(Number.TryParse(s, style, 64, false, out ulong bits));
        return unchecked((ulong)bits);
    }

    /// <summary>Parses a text; throws if it is no such number.</summary>
    public static ulong Parse(ReadOnlySpan<byte> utf8Text, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null)
    {
        Number.Check(Number.TryParse(utf8Text, style, 64, false, out ulong bits));
        return unchecked((ulong)bits);
    }

    /// <summary>Parses a text; returns whether it is such a number.</summary>
    public static bool TryParse(string? s, out ulong result) => TryParse((ReadOnlySpan<char>)s, out result);

    /// <summary>Parses a text; returns whether it is such a number.</summary>
    public static bool TryParse(ReadOnlySpan<char> s, out ulong result) => TryParse(s, NumberStyles.Integer, null, out result);

    /// <summary>Parses a text; returns whether it is such a number.</summary>
    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out ulong result)
    {
        bool parsed = Number.TryParse(s, style, 64, false, out ulong bits) == NumberParsing.Parsed;
        result = unchecked((ulong)bits);
        return parsed;
    }

    /// <summary>Parses a text; returns whether it is such a number.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out ulong result) => TryParse(utf8Text, NumberStyles.Integer, null, out result);

    /// <summary>Parses a text; returns whether it is such a number.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider, out ulong result)
    {
        bool parsed = Number.TryParse(utf8Text, style, 64, false, out ulong bits) == NumberParsing.Parsed;
        result = unchecked((ulong)bits);
        return parsed;
    }
}
