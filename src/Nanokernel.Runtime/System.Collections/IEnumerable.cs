namespace System.Collections;

/// <summary>What can be walked over.</summary>
public interface IEnumerable
{
    /// <summary>Returns an enumerator.</summary>
    IEnumerator GetEnumerator();
}
