namespace System.Collections.Generic;

/// <summary>Walks over elements.</summary>
public interface IEnumerator<out T> : IEnumerator, IDisposable
    where T : allows ref struct
{
    /// <summary>Gets the element.</summary>
    new T Current { get; }
}
