using System.Runtime.CompilerServices;

namespace System;

// Reaches the elements of arrays without checks.
internal static class ArrayData
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref T GetReference<T>(this T[] array) => ref Unsafe.As<byte, T>(ref Unsafe.As<RawArrayData>(array).Data);
}
