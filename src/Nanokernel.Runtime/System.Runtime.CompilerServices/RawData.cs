namespace System.Runtime.CompilerServices;

// An object as it lies in memory, to reach its fields; the compiler looks it up by name to call methods of boxed values.
internal sealed class RawData
{
    internal byte Data;

    internal static ref byte Fields(object o) => ref Unsafe.As<RawData>(o).Data;
}
