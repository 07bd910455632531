namespace System;

/// <summary>A handle of a method.</summary>
public struct RuntimeMethodHandle
{
    internal nint _value;
}
