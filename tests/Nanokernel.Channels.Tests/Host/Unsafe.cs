using Nanokernel.Channels.Tests;
using Real = System.Runtime.CompilerServices.Unsafe;

namespace Nanokernel;

// As Volatile: messages are copied by these.
internal static unsafe class Unsafe
{
    internal static T ReadUnaligned<T>(void* source)
        where T : unmanaged
    {
        SharedMemory.Touch((nuint)source, sizeof(T));
        return Real.ReadUnaligned<T>(source);
    }

    internal static void WriteUnaligned<T>(void* destination, T value)
        where T : unmanaged
    {
        SharedMemory.Touch((nuint)destination, sizeof(T));
        Real.WriteUnaligned(destination, value);
    }

    internal static void SkipInit<T>(out T value) => Real.SkipInit(out value);

    internal static void* AsPointer<T>(ref T value) => Real.AsPointer(ref value);

    internal static ref T Add<T>(ref T source, int elements) => ref Real.Add(ref source, elements);

    internal static ref T AsRef<T>(in T source) => ref Real.AsRef(in source);
}
