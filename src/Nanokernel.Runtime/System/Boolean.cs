namespace System;

/// <summary>True or false.</summary>
public readonly struct Boolean : IComparable<bool>, IEquatable<bool>, IUtf8SpanFormattable
{
    private readonly bool _value;

    /// <summary>The text of true.</summary>
    public static readonly string TrueString = "True";

    /// <summary>The text of false.</summary>
    public static readonly string FalseString = "False";

    /// <inheritdoc/>
    public int CompareTo(bool value) => _value == value ? 0 : _value ? 1 : -1;

    /// <inheritdoc/>
    public bool Equals(bool obj) => _value == obj;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is bool other && _value == other;

    /// <inheritdoc/>
    public override int GetHashCode() => _value ? 1 : 0;

    /// <summary>Returns True or False; nothing is taken from the heap.</summary>
    public override string ToString() => _value ? TrueString : FalseString;

    /// <summary>Writes the text; returns false if it does not fit.</summary>
    public bool TryFormat(Span<char> destination, out int charsWritten) =>
        Number.TryWiden(_value ? "True"u8 : "False"u8, destination, out charsWritten);

    bool IUtf8SpanFormattable.TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        ReadOnlySpan<byte> text = _value ? "True"u8 : "False"u8;
        bool fits = text.TryCopyTo(utf8Destination);
        bytesWritten = fits ? text.Length : 0;
        return fits;
    }

    /// <summary>Parses True or False in any case; throws for another text.</summary>
    public static bool Parse(ReadOnlySpan<char> value)
    {
        if (!TryParse(value, out bool result))
            ThrowHelper.ThrowFormat("String was not recognized as a valid Boolean.");
        return result;
    }

    /// <summary>Parses True or False in any case; throws for another text.</summary>
    public static bool Parse(string value) => Parse((ReadOnlySpan<char>)value);

    /// <summary>Parses True or False in any case; returns whether the text is one of them.</summary>
    public static bool TryParse(ReadOnlySpan<char> value, out bool result)
    {
        ReadOnlySpan<char> text = TrimWhiteSpaceAndNull(value);
        result = text.Equals("True", StringComparison.OrdinalIgnoreCase);
        return result || text.Equals("False", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Parses True or False in any case; returns whether the text is one of them.</summary>
    public static bool TryParse(string? value, out bool result) => TryParse((ReadOnlySpan<char>)value, out result);

    private static ReadOnlySpan<char> TrimWhiteSpaceAndNull(ReadOnlySpan<char> text)
    {
        int start = 0;
        int end = text.Length;
        while (start < end && (text[start] == 0 || char.IsWhiteSpace(text[start])))
            start++;
        while (end > start && (text[end - 1] == 0 || char.IsWhiteSpace(text[end - 1])))
            end--;
        return text[start..end];
    }
}
