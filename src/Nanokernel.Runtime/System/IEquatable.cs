namespace System;

/// <summary>A type whose values can be equal.</summary>
public interface IEquatable<T>
    where T : allows ref struct
{
    /// <summary>Returns whether another value is equal to this one.</summary>
    bool Equals(T? other);
}
