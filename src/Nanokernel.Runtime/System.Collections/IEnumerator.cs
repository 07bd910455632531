namespace System.Collections;

/// <summary>Walks over elements.</summary>
public interface IEnumerator
{
    /// <summary>Gets the element.</summary>
    object? Current { get; }

    /// <summary>Goes to the next element; returns false behind the last.</summary>
    bool MoveNext();

    /// <summary>Goes back before the first element.</summary>
    void Reset();
}
