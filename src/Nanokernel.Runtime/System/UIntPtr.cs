namespace System;

/// <summary>A primitive value.</summary>
public readonly struct UIntPtr
{
    private readonly nuint _value;
}
