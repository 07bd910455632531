namespace System.Collections.Generic;

/// <summary>Orders values.</summary>
public interface IComparer<in T>
    where T : allows ref struct
{
    /// <summary>Compares two values: negative if the first is less, 0 if they are equal, positive if it is greater.</summary>
    int Compare(T? x, T? y);
}
