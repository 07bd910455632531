using System.Collections.Generic;

namespace System;

/// <summary>A tuple of two values.</summary>
public struct ValueTuple<T1, T2> : IEquatable<ValueTuple<T1, T2>>, IComparable<ValueTuple<T1, T2>>
{
    /// <summary>The value at position 1.</summary>
    public T1 Item1;

    /// <summary>The value at position 2.</summary>
    public T2 Item2;

    /// <summary>Creates a tuple.</summary>
    public ValueTuple(T1 item1, T2 item2)
    {
        Item1 = item1;
        Item2 = item2;
    }

    /// <inheritdoc/>
    public readonly bool Equals(ValueTuple<T1, T2> other) =>
        EqualityComparer<T1>.Default.Equals(Item1, other.Item1)
        && EqualityComparer<T2>.Default.Equals(Item2, other.Item2);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is ValueTuple<T1, T2> other && Equals(other);

    /// <inheritdoc/>
    public readonly int CompareTo(ValueTuple<T1, T2> other)
    {
        int comparison = Comparer<T1>.Default.Compare(Item1, other.Item1);
        if (comparison == 0)
            comparison = Comparer<T2>.Default.Compare(Item2, other.Item2);
        return comparison;
    }

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(Item1, Item2);

    /// <summary>Returns the values in parentheses, from the heap.</summary>
    public override readonly string ToString() => "(" + Item1?.ToString() + ", " + Item2?.ToString() + ")";
}
