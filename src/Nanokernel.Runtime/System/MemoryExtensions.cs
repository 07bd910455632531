using System.Runtime.CompilerServices;

namespace System;

/// <summary>Searches and compares spans.</summary>
public static partial class MemoryExtensions
{
    /// <summary>Returns the characters of a string. The C# compiler calls it wherever a string becomes a span.</summary>
    public static ReadOnlySpan<char> AsSpan(this string? text) => text is null ? default : text.Characters;

    /// <summary>Returns the characters of a string from a position on.</summary>
    public static ReadOnlySpan<char> AsSpan(this string? text, int start) => ((ReadOnlySpan<char>)text)[start..];

    /// <summary>Returns characters of a string.</summary>
    public static ReadOnlySpan<char> AsSpan(this string? text, int start, int length) => ((ReadOnlySpan<char>)text).Slice(start, length);

    /// <summary>Returns characters of a string.</summary>
    public static ReadOnlySpan<char> AsSpan(this string? text, Range range) => ((ReadOnlySpan<char>)text)[range];

    /// <summary>Returns the elements of an array.</summary>
    public static Span<T> AsSpan<T>(this T[]? array) => new(array);

    /// <summary>Returns the elements of an array from a position on.</summary>
    public static Span<T> AsSpan<T>(this T[]? array, int start) => new Span<T>(array)[start..];

    /// <summary>Returns elements of an array.</summary>
    public static Span<T> AsSpan<T>(this T[]? array, int start, int length) => new(array, start, length);

    /// <summary>Returns elements of an array.</summary>
    public static Span<T> AsSpan<T>(this T[]? array, Range range) => new Span<T>(array)[range];

    /// <summary>Copies the elements of an array.</summary>
    public static void CopyTo<T>(this T[]? source, Span<T> destination) => new ReadOnlySpan<T>(source).CopyTo(destination);

    /// <summary>Reverses the order of the elements.</summary>
    public static void Reverse<T>(this Span<T> span)
    {
        for (int low = 0, high = span.Length - 1; low < high; low++, high--)
            (span[low], span[high]) = (span[high], span[low]);
    }

    /// <summary>Returns whether two spans have equal elements.</summary>
    public static bool SequenceEqual<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> other)
        where T : IEquatable<T>?
    {
        if (span.Length != other.Length)
            return false;
        for (int i = 0; i < span.Length; i++)
        {
            if (!AreEqual(span[i], other[i]))
                return false;
        }

        return true;
    }

    /// <summary>Returns whether two spans have equal elements.</summary>
    public static bool SequenceEqual<T>(this Span<T> span, ReadOnlySpan<T> other)
        where T : IEquatable<T>? => ((ReadOnlySpan<T>)span).SequenceEqual(other);

    /// <summary>Compares element by element, then by length.</summary>
    public static int SequenceCompareTo<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> other)
        where T : IComparable<T>?
    {
        int count = Math.Min(span.Length, other.Length);
        for (int i = 0; i < count; i++)
        {
            int comparison = span[i]?.CompareTo(other[i]) ?? (other[i] is null ? 0 : -1);
            if (comparison != 0)
                return comparison;
        }

        return span.Length - other.Length;
    }

    /// <summary>Compares element by element, then by length.</summary>
    public static int SequenceCompareTo<T>(this Span<T> span, ReadOnlySpan<T> other)
        where T : IComparable<T>? => ((ReadOnlySpan<T>)span).SequenceCompareTo(other);

    /// <summary>Returns where a value is in a sorted span, or the complement of where it belongs.</summary>
    public static int BinarySearch<T>(this ReadOnlySpan<T> span, T comparable)
        where T : IComparable<T>
    {
        int low = 0;
        int high = span.Length - 1;
        while (low <= high)
        {
            int middle = (int)((uint)(low + high) >> 1);
            int comparison = comparable.CompareTo(span[middle]);
            if (comparison == 0)
                return middle;
            if (comparison > 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return ~low;
    }

    /// <summary>Returns where a value is in a sorted span, or the complement of where it belongs.</summary>
    public static int BinarySearch<T>(this Span<T> span, T comparable)
        where T : IComparable<T> => ((ReadOnlySpan<T>)span).BinarySearch(comparable);

    /// <summary>Sorts the elements in place.</summary>
    public static void Sort<T>(this Span<T> span)
        where T : IComparable<T>
    {
        for (int root = (span.Length / 2) - 1; root >= 0; root--)
            Sink(span, root);
        for (int end = span.Length - 1; end > 0; end--)
        {
            (span[0], span[end]) = (span[end], span[0]);
            Sink(span[..end], 0);
        }
    }

    /// <summary>Sorts the elements in place by a comparison.</summary>
    public static void Sort<T>(this Span<T> span, Comparison<T> comparison)
    {
        for (int root = (span.Length / 2) - 1; root >= 0; root--)
            Sink(span, root, comparison);
        for (int end = span.Length - 1; end > 0; end--)
        {
            (span[0], span[end]) = (span[end], span[0]);
            Sink(span[..end], 0, comparison);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreEqual<T>(T left, T right)
        where T : IEquatable<T>? => left is null ? right is null : left.Equals(right);

    // Lets an element of a heap sink until none below it is greater.
    private static void Sink<T>(Span<T> heap, int index)
        where T : IComparable<T>
    {
        while (true)
        {
            int child = (index * 2) + 1;
            if (child >= heap.Length)
                return;
            if (child + 1 < heap.Length && heap[child].CompareTo(heap[child + 1]) < 0)
                child++;
            if (heap[index].CompareTo(heap[child]) >= 0)
                return;
            (heap[index], heap[child]) = (heap[child], heap[index]);
            index = child;
        }
    }

    private static void Sink<T>(Span<T> heap, int index, Comparison<T> comparison)
    {
        while (true)
        {
            int child = (index * 2) + 1;
            if (child >= heap.Length)
                return;
            if (child + 1 < heap.Length && comparison(heap[child], heap[child + 1]) < 0)
                child++;
            if (comparison(heap[index], heap[child]) >= 0)
                return;
            (heap[index], heap[child]) = (heap[child], heap[index]);
            index = child;
        }
    }
}
