// Tables in read-only data, as pointers: what is read through them is not checked against a length.
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Nanokernel.Kernel;

/// <summary>The addresses of the tables of <see cref="KernelConfiguration"/> and of texts.</summary>
internal static unsafe class Constants
{
    /// <summary>The first word of a table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint* Words(ReadOnlySpan<uint> table) => (uint*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(table));

    /// <summary>The first byte of a text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* Bytes(ReadOnlySpan<byte> text) => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(text));
}
