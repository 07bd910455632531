namespace System;

/// <summary>A handle of a type.</summary>
public struct RuntimeTypeHandle
{
    internal nint _value;
}
