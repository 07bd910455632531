using System.Runtime.CompilerServices;

namespace System;

/// <summary>Copies bytes.</summary>
public static unsafe class Buffer
{
    /// <summary>Copies memory; the blocks may overlap.</summary>
    public static void MemoryCopy(void* source, void* destination, long destinationSizeInBytes, long sourceBytesToCopy)
    {
        if ((ulong)sourceBytesToCopy > (ulong)destinationSizeInBytes)
            ThrowHelper.ThrowArgumentOutOfRange(nameof(sourceBytesToCopy));
        SpanHelpers.Memmove(ref *(byte*)destination, ref *(byte*)source, (nuint)sourceBytesToCopy);
    }

    // The compiler calls it by name for copies that hold references.
    internal static void BulkMoveWithWriteBarrier(ref byte destination, ref byte source, nuint byteCount) =>
        SpanHelpers.Memmove(ref destination, ref source, byteCount);
}
