using System.Runtime;
using System.Runtime.CompilerServices;

namespace System;

#pragma warning disable CS0824 // The compiler calls Ctor with the same parameters for each of these.

public sealed unsafe partial class String
{
    /// <summary>Makes a string of a span of characters.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern String(ReadOnlySpan<char> value);

    // A string of zeros, to be filled in by its maker.
    internal static string Allocate(int length) => length == 0 ? Empty : Unsafe.As<string>(Heap.AllocateArray("".m_pEEType, (uint)length));

    private static string Ctor(ReadOnlySpan<char> value)
    {
        string text = Allocate(value.Length);
        SpanHelpers.Move(ref text._firstChar, ref value._reference, value.Length);
        return text;
    }
}
