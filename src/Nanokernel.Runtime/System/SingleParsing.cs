namespace System;

public readonly partial struct Single
{
    /// <summary>Parses a text; throws if it is no number.</summary>
    public static float Parse(string s) => Parse((ReadOnlySpan<char>)s);

    /// <summary>Parses a text; throws if it is no number.</summary>
    public static float Parse(ReadOnlySpan<char> s)
    {
        if (!TryParse(s, out float result))
            Number.Check(NumberParsing.Malformed);
        return result;
    }

    /// <summary>Parses a text; returns whether it is a number.</summary>
    public static bool TryParse(string? s, out float result) => TryParse((ReadOnlySpan<char>)s, out result);

    /// <summary>Parses a text; returns whether it is a number.</summary>
    public static bool TryParse(ReadOnlySpan<char> s, out float result)
    {
        bool parsed = Number.TryParse(s, true, out double value);
        result = (float)value;
        return parsed;
    }

    /// <summary>Parses a text; returns whether it is a number.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out float result)
    {
        bool parsed = Number.TryParse(utf8Text, true, out double value);
        result = (float)value;
        return parsed;
    }
}
