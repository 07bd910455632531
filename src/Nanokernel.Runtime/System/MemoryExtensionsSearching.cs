namespace System;

public static partial class MemoryExtensions
{
    /// <summary>Returns where a value first occurs, -1 if nowhere.</summary>
    public static int IndexOf<T>(this ReadOnlySpan<T> span, T value)
        where T : IEquatable<T>?
    {
        for (int i = 0; i < span.Length; i++)
        {
            if (AreEqual(span[i], value))
                return i;
        }

        return -1;
    }

    /// <summary>Returns where a value first occurs, -1 if nowhere.</summary>
    public static int IndexOf<T>(this Span<T> span, T value)
        where T : IEquatable<T>? => ((ReadOnlySpan<T>)span).IndexOf(value);

    /// <summary>Returns where a sequence first occurs, -1 if nowhere.</summary>
    public static int IndexOf<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> value)
        where T : IEquatable<T>?
    {
        for (int i = 0; i <= span.Length - value.Length; i++)
        {
            if (span.Slice(i, value.Length).SequenceEqual(value))
                return i;
        }

        return -1;
    }

    /// <summary>Returns where a sequence first occurs, -1 if nowhere.</summary>
    public static int IndexOf<T>(this Span<T> span, ReadOnlySpan<T> value)
        where T : IEquatable<T>? => ((ReadOnlySpan<T>)span).IndexOf(value);

    /// <summary>Returns where a text first occurs, -1 if nowhere.</summary>
    public static int IndexOf(this ReadOnlySpan<char> span, ReadOnlySpan<char> value, StringComparison comparisonType)
    {
        for (int i = 0; i <= span.Length - value.Length; i++)
        {
            if (span.Slice(i, value.Length).Equals(value, comparisonType))
                return i;
        }

        return -1;
    }

    /// <summary>Returns where a value last occurs, -1 if nowhere.</summary>
    public static int LastIndexOf<T>(this ReadOnlySpan<T> span, T value)
        where T : IEquatable<T>?
    {
        for (int i = span.Length - 1; i >= 0; i--)
        {
            if (AreEqual(span[i], value))
                return i;
        }

        return -1;
    }

    /// <summary>Returns where a value last occurs, -1 if nowhere.</summary>
    public static int LastIndexOf<T>(this Span<T> span, T value)
        where T : IEquatable<T>? => ((ReadOnlySpan<T>)span).LastIndexOf(value);

    /// <summary>Returns where one of two values first occurs, -1 if nowhere.</summary>
    public static int IndexOfAny<T>(this ReadOnlySpan<T> span, T value0, T value1)
        where T : IEquatable<T>?
    {
        for (int i = 0; i < span.Length; i++)
        {
            if (AreEqual(span[i], value0) || AreEqual(span[i], value1))
                return i;
        }

        return -1;
    }

    /// <summary>Returns where one of several values first occurs, -1 if nowhere.</summary>
    public static int IndexOfAny<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> values)
        where T : IEquatable<T>?
    {
        for (int i = 0; i < span.Length; i++)
        {
            if (values.Contains(span[i]))
                return i;
        }

        return -1;
    }

    /// <summary>Returns where the first element is that is another than the value, -1 if nowhere.</summary>
    public static int IndexOfAnyExcept<T>(this ReadOnlySpan<T> span, T value)
        where T : IEquatable<T>?
    {
        for (int i = 0; i < span.Length; i++)
        {
            if (!AreEqual(span[i], value))
                return i;
        }

        return -1;
    }

    /// <summary>Returns whether a value occurs.</summary>
    public static bool Contains<T>(this ReadOnlySpan<T> span, T value)
        where T : IEquatable<T>? => span.IndexOf(value) >= 0;

    /// <summary>Returns whether a value occurs.</summary>
    public static bool Contains<T>(this Span<T> span, T value)
        where T : IEquatable<T>? => span.IndexOf(value) >= 0;

    /// <summary>Returns how often a value occurs.</summary>
    public static int Count<T>(this ReadOnlySpan<T> span, T value)
        where T : IEquatable<T>?
    {
        int count = 0;
        foreach (ref readonly T element in span)
        {
            if (AreEqual(element, value))
                count++;
        }

        return count;
    }

    /// <summary>Returns whether the span starts with a sequence.</summary>
    public static bool StartsWith<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> value)
        where T : IEquatable<T>? => value.Length <= span.Length && span[..value.Length].SequenceEqual(value);

    /// <summary>Returns whether the span starts with a sequence.</summary>
    public static bool StartsWith<T>(this Span<T> span, ReadOnlySpan<T> value)
        where T : IEquatable<T>? => ((ReadOnlySpan<T>)span).StartsWith(value);

    /// <summary>Returns whether the span ends with a sequence.</summary>
    public static bool EndsWith<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> value)
        where T : IEquatable<T>? => value.Length <= span.Length && span[^value.Length..].SequenceEqual(value);

    /// <summary>Returns whether the span ends with a sequence.</summary>
    public static bool EndsWith<T>(this Span<T> span, ReadOnlySpan<T> value)
        where T : IEquatable<T>? => ((ReadOnlySpan<T>)span).EndsWith(value);
}
