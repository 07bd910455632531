using System.Runtime.CompilerServices;

namespace System;

/// <summary>The base of every array.</summary>
public abstract partial class Array
{
    internal int _numComponents;

    /// <summary>Gets the number of elements.</summary>
    public int Length => (int)Unsafe.As<RawArrayData>(this).Length;

    /// <summary>Gets the number of elements.</summary>
    public long LongLength => Length;
}
