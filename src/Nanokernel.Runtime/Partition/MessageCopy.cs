using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Nanokernel;

// Copies messages without SSE registers where they are small: the first use of those after a switch costs an exception and an exchange of
// 512 bytes.
internal static unsafe class MessageCopy
{
    private const int SmallBytes = 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Write<T>(byte* slot, ref readonly T message)
        where T : unmanaged => Copy<T>(slot, (byte*)Unsafe.AsPointer(ref Unsafe.AsRef(in message)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Read<T>(byte* slot, out T message)
        where T : unmanaged
    {
        Unsafe.SkipInit(out message);
        Copy<T>((byte*)Unsafe.AsPointer(ref message), slot);
    }

    // As many bytes as fit.
    internal static void Copy(ReadOnlySpan<byte> from, Span<byte> to)
    {
        var bytes = from.Length < to.Length ? from.Length : to.Length;
        SpanHelpers.Memmove(ref MemoryMarshal.GetReference(to), ref MemoryMarshal.GetReference(from), (nuint)bytes);
    }

    // All conditions are constants once T is known.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy<T>(byte* to, byte* from)
        where T : unmanaged
    {
        if (sizeof(T) > SmallBytes)
        {
            SpanHelpers.Memmove(ref *to, ref *from, (nuint)sizeof(T));
            return;
        }

        if (sizeof(T) >= 4)
            CopyWord(to, from, 0);
        if (sizeof(T) >= 8)
            CopyWord(to, from, 4);
        if (sizeof(T) >= 12)
            CopyWord(to, from, 8);
        if (sizeof(T) >= 16)
            CopyWord(to, from, 12);
        if (sizeof(T) >= 20)
            CopyWord(to, from, 16);
        if (sizeof(T) >= 24)
            CopyWord(to, from, 20);
        if (sizeof(T) >= 28)
            CopyWord(to, from, 24);
        if (sizeof(T) == 32)
            CopyWord(to, from, 28);
        if ((sizeof(T) & 2) != 0)
            Unsafe.WriteUnaligned(to + (sizeof(T) & ~3), Unsafe.ReadUnaligned<ushort>(from + (sizeof(T) & ~3)));
        if ((sizeof(T) & 1) != 0)
            to[sizeof(T) - 1] = from[sizeof(T) - 1];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyWord(byte* to, byte* from, int offset)
        => Unsafe.WriteUnaligned(to + offset, Unsafe.ReadUnaligned<uint>(from + offset));
}
