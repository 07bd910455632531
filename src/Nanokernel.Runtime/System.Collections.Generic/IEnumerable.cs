namespace System.Collections.Generic;

/// <summary>What can be walked over.</summary>
public interface IEnumerable<out T> : IEnumerable
    where T : allows ref struct
{
    /// <summary>Returns an enumerator.</summary>
    new IEnumerator<T> GetEnumerator();
}
