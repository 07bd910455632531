using System.Collections.Generic;

namespace System;

/// <summary>A tuple of one value.</summary>
public struct ValueTuple<T1> : IEquatable<ValueTuple<T1>>, IComparable<ValueTuple<T1>>
{
    /// <summary>The value at position 1.</summary>
    public T1 Item1;

    /// <summary>Creates a tuple.</summary>
    public ValueTuple(T1 item1)
    {
        Item1 = item1;
    }

    /// <inheritdoc/>
    public readonly bool Equals(ValueTuple<T1> other) =>
        EqualityComparer<T1>.Default.Equals(Item1, other.Item1);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is ValueTuple<T1> other && Equals(other);

    /// <inheritdoc/>
    public readonly int CompareTo(ValueTuple<T1> other)
    {
        int comparison = Comparer<T1>.Default.Compare(Item1, other.Item1);
        return comparison;
    }

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(Item1);

    /// <summary>Returns the values in parentheses, from the heap.</summary>
    public override readonly string ToString() => "(" + Item1?.ToString() + ")";
}
