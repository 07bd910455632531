using System.Runtime.CompilerServices;

namespace System;

// An object as it lies in memory, to reach its fields.
internal sealed class ObjectData
{
    internal byte Data;

    internal static ref byte Fields(object o) => ref Unsafe.As<ObjectData>(o).Data;
}
