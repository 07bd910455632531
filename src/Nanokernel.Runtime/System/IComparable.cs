namespace System;

/// <summary>A type whose values have an order.</summary>
public interface IComparable
{
    /// <summary>Compares with another object: negative if this one is less, 0 if equal, positive if greater.</summary>
    int CompareTo(object? obj);
}
