namespace System;

/// <summary>A type that makes its text by a format.</summary>
public interface IFormattable
{
    /// <summary>Returns the text, which is taken from the heap.</summary>
    string ToString(string? format, IFormatProvider? formatProvider);
}
