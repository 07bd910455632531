using System.Globalization;

namespace System;

public readonly partial struct IntPtr
{
    /// <summary>Parses a text; throws if it is no such number.</summary>
    public static nint Parse(string s) => Parse((ReadOnlySpan<char>)s);

    /// <summary>Parses a text; throws if it is no such number.</summary>
    public static nint Parse(string s, NumberStyles style) => Parse((ReadOnlySpan<char>)s, style);

    /// <summary>Parses a text; throws if it is no such number.</summary>
    public static nint Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null)
    {
        Number.Check(Number.TryParse(s, style, 32, true, out ulong bits));
        return unchecked((nint)bits);
    }

    /// <summary>Parses a text; throws if it is no such number.</summary>
    public static nint Parse(ReadOnlySpan<byte> utf8Text, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null)
    {
        Number.Check(Number.TryParse(utf8Text, style, 32, true, out ulong bits));
        return unchecked((nint)bits);
    }

    /// <summary>Parses a text; returns whether it is such a number.</summary>
    public static bool TryParse(string? s, out nint result) => TryParse((ReadOnlySpan<char>)s, out result);

    /// <summary>Parses a text; returns whether it is such a number.</summary>
    public static bool TryParse(ReadOnlySpan<char> s, out nint result) => TryParse(s, NumberStyles.Integer, null, out result);

    /// <summary>Parses a text; returns whether it is such a number.</summary>
    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out nint result)
    {
        bool parsed = Number.TryParse(s, style, 32, true, out ulong bits) == NumberParsing.Parsed;
        result = unchecked((nint)bits);
        return parsed;
    }

    /// <summary>Parses a text; returns whether it is such a number.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out nint result) => TryParse(utf8Text, NumberStyles.Integer, null, out result);

    /// <summary>Parses a text; returns whether it is such a number.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider, out nint result)
    {
        bool parsed = Number.TryParse(utf8Text, style, 32, true, out ulong bits) == NumberParsing.Parsed;
        result = unchecked((nint)bits);
        return parsed;
    }
}
