namespace System;

/// <summary>A type that writes its text into a span of UTF-8 bytes.</summary>
public interface IUtf8SpanFormattable
{
    /// <summary>Writes the text; returns false if it does not fit.</summary>
    bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider);
}
