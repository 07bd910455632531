namespace System;

/// <summary>A UTF-16 character. Of classes and cases only those of ASCII are known.</summary>
public readonly struct Char : IComparable<char>, IEquatable<char>, ISpanFormattable, IUtf8SpanFormattable
{
    private readonly char _value;

    /// <summary>The least value.</summary>
    public const char MinValue = '\0';

    /// <summary>The greatest value.</summary>
    public const char MaxValue = '\uFFFF';

    /// <inheritdoc/>
    public int CompareTo(char value) => _value - value;

    /// <inheritdoc/>
    public bool Equals(char obj) => _value == obj;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is char other && _value == other;

    /// <inheritdoc/>
    public override int GetHashCode() => _value | (_value << 16);

    /// <summary>Returns the character as a string, from the heap.</summary>
    public override string ToString() => ToString(_value);

    /// <summary>Returns the character as a string, from the heap.</summary>
    public static string ToString(char c) => new(c, 1);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        charsWritten = destination.IsEmpty ? 0 : 1;
        if (destination.IsEmpty)
            return false;
        destination[0] = _value;
        return true;
    }

    bool IUtf8SpanFormattable.TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Text.Utf8.TryEncode(new ReadOnlySpan<char>(in _value), utf8Destination, out bytesWritten);

    /// <summary>Returns whether the character is one of ASCII.</summary>
    public static bool IsAscii(char c) => c < 0x80;

    /// <summary>Returns whether the character is 0 to 9.</summary>
    public static bool IsAsciiDigit(char c) => c is >= '0' and <= '9';

    /// <summary>Returns whether the character is a letter of ASCII.</summary>
    public static bool IsAsciiLetter(char c) => (c | 0x20) is >= 'a' and <= 'z';

    /// <summary>Returns whether the character is a small letter of ASCII.</summary>
    public static bool IsAsciiLetterLower(char c) => c is >= 'a' and <= 'z';

    /// <summary>Returns whether the character is a capital of ASCII.</summary>
    public static bool IsAsciiLetterUpper(char c) => c is >= 'A' and <= 'Z';

    /// <summary>Returns whether the character is a letter or digit of ASCII.</summary>
    public static bool IsAsciiLetterOrDigit(char c) => IsAsciiLetter(c) || IsAsciiDigit(c);

    /// <summary>Returns whether the character is a hexadecimal digit.</summary>
    public static bool IsAsciiHexDigit(char c) => IsAsciiDigit(c) || (c | 0x20) is >= 'a' and <= 'f';

    /// <summary>Returns whether the character is 0 to 9.</summary>
    public static bool IsDigit(char c) => IsAsciiDigit(c);

    /// <summary>Returns whether the character is a letter of ASCII.</summary>
    public static bool IsLetter(char c) => IsAsciiLetter(c);

    /// <summary>Returns whether the character is a letter or digit of ASCII.</summary>
    public static bool IsLetterOrDigit(char c) => IsAsciiLetterOrDigit(c);

    /// <summary>Returns whether the character is a small letter of ASCII.</summary>
    public static bool IsLower(char c) => IsAsciiLetterLower(c);

    /// <summary>Returns whether the character is a capital of ASCII.</summary>
    public static bool IsUpper(char c) => IsAsciiLetterUpper(c);

    /// <summary>Returns whether the character is a control character.</summary>
    public static bool IsControl(char c) => c is < ' ' or (>= '\x7F' and <= '\x9F');

    /// <summary>Returns whether the character is white space.</summary>
    public static bool IsWhiteSpace(char c) =>
        c is ' ' or (>= '\t' and <= '\r') or '\x85' or '\xA0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000';

    /// <summary>Returns whether the character is one half of a pair.</summary>
    public static bool IsSurrogate(char c) => c is >= '\uD800' and <= '\uDFFF';

    /// <summary>Returns whether the character is the first half of a pair.</summary>
    public static bool IsHighSurrogate(char c) => c is >= '\uD800' and <= '\uDBFF';

    /// <summary>Returns whether the character is the second half of a pair.</summary>
    public static bool IsLowSurrogate(char c) => c is >= '\uDC00' and <= '\uDFFF';

    /// <summary>Returns the capital of a letter of ASCII.</summary>
    public static char ToUpperInvariant(char c) => IsAsciiLetterLower(c) ? (char)(c - 32) : c;

    /// <summary>Returns the small letter of a letter of ASCII.</summary>
    public static char ToLowerInvariant(char c) => IsAsciiLetterUpper(c) ? (char)(c + 32) : c;

    /// <summary>Returns the capital of a letter of ASCII.</summary>
    public static char ToUpper(char c) => ToUpperInvariant(c);

    /// <summary>Returns the small letter of a letter of ASCII.</summary>
    public static char ToLower(char c) => ToLowerInvariant(c);
}
