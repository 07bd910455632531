namespace System;

/// <summary>A type that writes its text into a span of characters.</summary>
public interface ISpanFormattable : IFormattable
{
    /// <summary>Writes the text; returns false if it does not fit.</summary>
    bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider);
}
