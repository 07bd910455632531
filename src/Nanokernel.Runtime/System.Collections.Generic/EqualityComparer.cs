using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

/// <summary>Decides whether values are equal, by <see cref="IEquatable{T}"/> where the type has it.</summary>
public abstract class EqualityComparer<T> : IEqualityComparer<T>
{
    /// <summary>Gets the comparer of the type.</summary>
    public static EqualityComparer<T> Default { get; } = Create();

    /// <summary>Returns whether two values are equal.</summary>
    public abstract bool Equals(T? x, T? y);

    /// <summary>Returns a hash code of a value.</summary>
    public abstract int GetHashCode(T obj);

    // The compiler replaces the body by the creation of the comparer that fits the type.
    [Intrinsic]
    private static EqualityComparer<T> Create() => new ObjectEqualityComparer<T>();
}
