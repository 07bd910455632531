namespace System.Collections.Generic;

// For types that have no order of their own type.
internal sealed class ObjectComparer<T> : Comparer<T>
{
    public override int Compare(T? x, T? y)
    {
        if (x is null || y is null)
            return x is null ? (y is null ? 0 : -1) : 1;
        if (x is not IComparable comparable)
            throw new ArgumentException("At least one object must implement IComparable.");
        return comparable.CompareTo(y);
    }
}
