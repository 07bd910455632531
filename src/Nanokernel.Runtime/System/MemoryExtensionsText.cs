namespace System;

public static partial class MemoryExtensions
{
    /// <summary>Returns the text without white space at both ends.</summary>
    public static ReadOnlySpan<char> Trim(this ReadOnlySpan<char> span) => span.TrimStart().TrimEnd();

    /// <summary>Returns the text without white space at its start.</summary>
    public static ReadOnlySpan<char> TrimStart(this ReadOnlySpan<char> span)
    {
        int start = 0;
        while (start < span.Length && char.IsWhiteSpace(span[start]))
            start++;
        return span[start..];
    }

    /// <summary>Returns the text without white space at its end.</summary>
    public static ReadOnlySpan<char> TrimEnd(this ReadOnlySpan<char> span)
    {
        int end = span.Length;
        while (end > 0 && char.IsWhiteSpace(span[end - 1]))
            end--;
        return span[..end];
    }

    /// <summary>Returns the span without a value at both ends.</summary>
    public static ReadOnlySpan<T> Trim<T>(this ReadOnlySpan<T> span, T trimElement)
        where T : IEquatable<T>? => span.TrimStart(trimElement).TrimEnd(trimElement);

    /// <summary>Returns the span without a value at its start.</summary>
    public static ReadOnlySpan<T> TrimStart<T>(this ReadOnlySpan<T> span, T trimElement)
        where T : IEquatable<T>?
    {
        int start = 0;
        while (start < span.Length && AreEqual(span[start], trimElement))
            start++;
        return span[start..];
    }

    /// <summary>Returns the span without a value at its end.</summary>
    public static ReadOnlySpan<T> TrimEnd<T>(this ReadOnlySpan<T> span, T trimElement)
        where T : IEquatable<T>?
    {
        int end = span.Length;
        while (end > 0 && AreEqual(span[end - 1], trimElement))
            end--;
        return span[..end];
    }

    /// <summary>Returns whether two texts are equal.</summary>
    public static bool Equals(this ReadOnlySpan<char> span, ReadOnlySpan<char> other, StringComparison comparisonType)
    {
        if (comparisonType == StringComparison.Ordinal)
            return span.SequenceEqual(other);
        if (comparisonType != StringComparison.OrdinalIgnoreCase)
            ThrowHelper.ThrowArgument("The string comparison type passed in is currently not supported.");
        if (span.Length != other.Length)
            return false;
        for (int i = 0; i < span.Length; i++)
        {
            if (char.ToUpperInvariant(span[i]) != char.ToUpperInvariant(other[i]))
                return false;
        }

        return true;
    }

    /// <summary>Returns whether the text starts with another one.</summary>
    public static bool StartsWith(this ReadOnlySpan<char> span, ReadOnlySpan<char> value, StringComparison comparisonType) =>
        value.Length <= span.Length && span[..value.Length].Equals(value, comparisonType);

    /// <summary>Returns whether a text is empty or white space.</summary>
    public static bool IsWhiteSpace(this ReadOnlySpan<char> span) => span.TrimStart().IsEmpty;
}
