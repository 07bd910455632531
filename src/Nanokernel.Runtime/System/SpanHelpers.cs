using System.Runtime;
using System.Runtime.CompilerServices;

namespace System;

#pragma warning disable CS8500 // Objects never move, so pointers to managed values are as good as references.

// Moves and clears memory. The compiler calls Memmove, ClearWithoutReferences and Fill by name, for struct copies and zeroing too.
internal static unsafe class SpanHelpers
{
    internal static void Move<T>(ref T destination, ref T source, int count) =>
        Memmove(ref Unsafe.As<T, byte>(ref destination), ref Unsafe.As<T, byte>(ref source), (nuint)(uint)count * (nuint)sizeof(T));

    internal static void Clear<T>(ref T destination, int count) =>
        ClearWithoutReferences(ref Unsafe.As<T, byte>(ref destination), (nuint)(uint)count * (nuint)sizeof(T));

    internal static void Memmove(ref byte dest, ref byte src, nuint len) => MoveMemory(ref dest, ref src, len);

    internal static void ClearWithoutReferences(ref byte dest, nuint len) => FillMemory(ref dest, 0, len);

    internal static void Fill(ref byte dest, byte value, nuint len) => FillMemory(ref dest, value, len);

    [RuntimeImport("nk_memory_move")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void MoveMemory(ref byte destination, ref byte source, nuint count);

    [RuntimeImport("nk_memory_fill")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void FillMemory(ref byte destination, uint value, nuint count);
}
