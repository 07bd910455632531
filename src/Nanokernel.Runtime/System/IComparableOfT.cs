namespace System;

/// <summary>A type whose values have an order.</summary>
public interface IComparable<in T>
    where T : allows ref struct
{
    /// <summary>Compares with another value: negative if this one is less, 0 if equal, positive if greater.</summary>
    int CompareTo(T? other);
}
