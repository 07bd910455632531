namespace System.Collections.Generic;

/// <summary>A number of elements that can be walked over.</summary>
public interface IReadOnlyCollection<out T> : IEnumerable<T>
{
    /// <summary>Gets the number of elements.</summary>
    int Count { get; }
}
