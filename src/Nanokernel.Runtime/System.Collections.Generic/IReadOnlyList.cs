namespace System.Collections.Generic;

/// <summary>Elements that are reached by position.</summary>
public interface IReadOnlyList<out T> : IReadOnlyCollection<T>
{
    /// <summary>Gets an element.</summary>
    T this[int index] { get; }
}
