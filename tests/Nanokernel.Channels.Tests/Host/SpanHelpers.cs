namespace Nanokernel;

// Large messages and records are copied by this: word by word here, in whatever pieces on the processor.
internal static unsafe class SpanHelpers
{
    internal static void Memmove(ref byte destination, ref byte source, nuint bytes)
    {
        fixed (byte* to = &destination, from = &source)
        {
            nuint i = 0;
            for (; i + sizeof(uint) <= bytes; i += sizeof(uint))
                Unsafe.WriteUnaligned(to + i, Unsafe.ReadUnaligned<uint>(from + i));
            for (; i < bytes; i++)
                Unsafe.WriteUnaligned(to + i, Unsafe.ReadUnaligned<byte>(from + i));
        }
    }
}
