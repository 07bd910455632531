namespace System;

/// <summary>A handle of a field; the compiler passes it where constant data is read.</summary>
public struct RuntimeFieldHandle
{
    internal nint _value;
}
