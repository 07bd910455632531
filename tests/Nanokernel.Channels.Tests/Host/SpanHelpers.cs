namespace Nanokernel;

// Large messages are copied by this: word by word here, in whatever pieces on the processor.
internal static unsafe class SpanHelpers
{
    internal static void Memmove(ref byte destination, ref byte source, nuint bytes)
    {
        var to = (byte*)Unsafe.AsPointer(ref destination);
        var from = (byte*)Unsafe.AsPointer(ref source);
        for (nuint i = 0; i < bytes; i += sizeof(uint))
            Unsafe.WriteUnaligned(to + i, Unsafe.ReadUnaligned<uint>(from + i));
    }
}
