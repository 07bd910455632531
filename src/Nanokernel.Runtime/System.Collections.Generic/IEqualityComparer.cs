namespace System.Collections.Generic;

/// <summary>Decides whether values are equal.</summary>
public interface IEqualityComparer<in T>
    where T : allows ref struct
{
    /// <summary>Returns whether two values are equal.</summary>
    bool Equals(T? x, T? y);

    /// <summary>Returns a hash code of a value.</summary>
    int GetHashCode(T obj);
}
