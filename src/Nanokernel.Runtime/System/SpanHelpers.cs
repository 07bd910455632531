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

    internal static void Memmove(ref byte dest, ref byte src, nuint len)
    {
        byte* to = (byte*)Unsafe.AsPointer(ref dest);
        byte* from = (byte*)Unsafe.AsPointer(ref src);
        if ((nuint)(to - from) < len)
        {
            to += len;
            from += len;
            for (; len >= 4; len -= 4)
            {
                to -= 4;
                from -= 4;
                *(uint*)to = *(uint*)from;
            }

            for (; len != 0; len--)
                *--to = *--from;
            return;
        }

        for (; len >= 4; len -= 4)
        {
            *(uint*)to = *(uint*)from;
            to += 4;
            from += 4;
        }

        for (; len != 0; len--)
            *to++ = *from++;
    }

    internal static void ClearWithoutReferences(ref byte dest, nuint len) => Fill(ref dest, 0, len);

    internal static void Fill(ref byte dest, byte value, nuint len)
    {
        byte* to = (byte*)Unsafe.AsPointer(ref dest);
        uint word = value * 0x0101_0101u;
        for (; len >= 4; len -= 4)
        {
            *(uint*)to = word;
            to += 4;
        }

        for (; len != 0; len--)
            *to++ = value;
    }
}
