using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

/// <summary>Orders values by <see cref="IComparable{T}"/>.</summary>
public abstract class Comparer<T> : IComparer<T>
{
    /// <summary>Gets the comparer of the type.</summary>
    public static Comparer<T> Default { get; } = Create();

    /// <summary>Compares two values: negative if the first is less, 0 if they are equal, positive if it is greater.</summary>
    public abstract int Compare(T? x, T? y);

    // The compiler replaces the body by the creation of the comparer that fits the type.
    [Intrinsic]
    private static Comparer<T> Create() => new ObjectComparer<T>();
}
