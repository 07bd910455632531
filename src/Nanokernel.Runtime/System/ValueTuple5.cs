using System.Collections.Generic;

namespace System;

/// <summary>A tuple of five values.</summary>
public struct ValueTuple<T1, T2, T3, T4, T5> : IEquatable<ValueTuple<T1, T2, T3, T4, T5>>, IComparable<ValueTuple<T1, T2, T3, T4, T5>>
{
    /// <summary>The value at position 1.</summary>
    public T1 Item1;

    /// <summary>The value at position 2.</summary>
    public T2 Item2;

    /// <summary>The value at position 3.</summary>
    public T3 Item3;

    /// <summary>The value at position 4.</summary>
    public T4 Item4;

    /// <summary>The value at position 5.</summary>
    public T5 Item5;

    /// <summary>Creates a tuple.</summary>
    public ValueTuple(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5)
    {
        Item1 = item1;
        Item2 = item2;
        Item3 = item3;
        Item4 = item4;
        Item5 = item5;
    }

    /// <inheritdoc/>
    public readonly bool Equals(ValueTuple<T1, T2, T3, T4, T5> other) =>
        EqualityComparer<T1>.Default.Equals(Item1, other.Item1)
        && EqualityComparer<T2>.Default.Equals(Item2, other.Item2)
        && EqualityComparer<T3>.Default.Equals(Item3, other.Item3)
        && EqualityComparer<T4>.Default.Equals(Item4, other.Item4)
        && EqualityComparer<T5>.Default.Equals(Item5, other.Item5);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is ValueTuple<T1, T2, T3, T4, T5> other && Equals(other);

    /// <inheritdoc/>
    public readonly int CompareTo(ValueTuple<T1, T2, T3, T4, T5> other)
    {
        int comparison = Comparer<T1>.Default.Compare(Item1, other.Item1);
        if (comparison == 0)
            comparison = Comparer<T2>.Default.Compare(Item2, other.Item2);
        if (comparison == 0)
            comparison = Comparer<T3>.Default.Compare(Item3, other.Item3);
        if (comparison == 0)
            comparison = Comparer<T4>.Default.Compare(Item4, other.Item4);
        if (comparison == 0)
            comparison = Comparer<T5>.Default.Compare(Item5, other.Item5);
        return comparison;
    }

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(Item1, Item2, Item3, Item4, Item5);

    /// <summary>Returns the values in parentheses, from the heap.</summary>
    public override readonly string ToString() => "(" + Item1?.ToString() + ", " + Item2?.ToString() + ", " + Item3?.ToString() + ", " + Item4?.ToString() + ", " + Item5?.ToString() + ")";
}
