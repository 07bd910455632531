namespace System;

/// <summary>A tuple.</summary>
public struct ValueTuple<T1, T2>
{
    /// <summary>Item 1.</summary>
    public T1 Item1;

    /// <summary>Item 2.</summary>
    public T2 Item2;

    /// <summary>Creates a tuple.</summary>
    public ValueTuple(T1 item1, T2 item2)
    {
        Item1 = item1;
        Item2 = item2;
    }
}
