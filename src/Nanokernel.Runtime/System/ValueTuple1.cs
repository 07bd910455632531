namespace System;

/// <summary>A tuple.</summary>
public struct ValueTuple<T1>
{
    /// <summary>Item 1.</summary>
    public T1 Item1;

    /// <summary>Creates a tuple.</summary>
    public ValueTuple(T1 item1)
    {
        Item1 = item1;
    }
}
