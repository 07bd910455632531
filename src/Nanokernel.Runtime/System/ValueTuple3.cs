using System.Collections.Generic;

namespace System;

/// <summary>A tuple of three values.</summary>
public struct ValueTuple<T1, T2, T3> : IEquatable<ValueTuple<T1, T2, T3>>, IComparable<ValueTuple<T1, T2, T3>>
{
    /// <summary>The value at position 1.</summary>
    public T1 Item1;

    /// <summary>The value at position 2.</summary>
    public T2 Item2;

    /// <summary>The value at position 3.</summary>
    public T3 Item3;

    /// <summary>Creates a tuple.</summary>
    public ValueTuple(T1 item1, T2 item2, T3 item3)
    {
        Item1 = item1;
        Item2 = item2;
        Item3 = item3;
    }

    /// <inheritdoc/>
    public readonly bool Equals(ValueTuple<T1, T2, T3> other) =>
        EqualityComparer<T1>.Default.Equals(Item1, other.Item1)
        && EqualityComparer<T2>.Default.Equals(Item2, other.Item2)
        && EqualityComparer<T3>.Default.Equals(Item3, other.Item3);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is ValueTuple<T1, T2, T3> other && Equals(other);

    /// <inheritdoc/>
    public readonly int CompareTo(ValueTuple<T1, T2, T3> other)
    {
        int comparison = Comparer<T1>.Default.Compare(Item1, other.Item1);
        if (comparison == 0)
            comparison = Comparer<T2>.Default.Compare(Item2, other.Item2);
        if (comparison == 0)
            comparison = Comparer<T3>.Default.Compare(Item3, other.Item3);
        return comparison;
    }

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(Item1, Item2, Item3);

    /// <summary>Returns the values in parentheses, from the heap.</summary>
    public override readonly string ToString() => "(" + Item1?.ToString() + ", " + Item2?.ToString() + ", " + Item3?.ToString() + ")";
}
