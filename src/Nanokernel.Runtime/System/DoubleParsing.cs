namespace System;

public readonly partial struct Double
{
    /// <summary>Parses a text; throws if it is no number.</summary>
    public static double Parse(string s) => Parse((ReadOnlySpan<char>)s);

    /// <summary>Parses a text; throws if it is no number.</summary>
    public static double Parse(ReadOnlySpan<char> s)
    {
        if (!TryParse(s, out double result))
            Number.Check(NumberParsing.Malformed);
        return result;
    }

    /// <summary>Parses a text; returns whether it is a number.</summary>
    public static bool TryParse(string? s, out double result) => TryParse((ReadOnlySpan<char>)s, out result);

    /// <summary>Parses a text; returns whether it is a number.</summary>
    public static bool TryParse(ReadOnlySpan<char> s, out double result)
    {
        bool parsed = Number.TryParse(s, false, out double value);
        result = value;
        return parsed;
    }

    /// <summary>Parses a text; returns whether it is a number.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out double result)
    {
        bool parsed = Number.TryParse(utf8Text, false, out double value);
        result = value;
        return parsed;
    }
}
