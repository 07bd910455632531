namespace System;

/// <summary>A primitive value.</summary>
public readonly struct IntPtr
{
    private readonly nint _value;
}
