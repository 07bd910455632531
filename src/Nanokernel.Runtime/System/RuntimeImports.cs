using System.Runtime;
using System.Runtime.CompilerServices;

namespace System;

// What the assembled helpers give to managed code.
internal static unsafe class RuntimeImports
{
    [RuntimeImport("nk_panic")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Panic(Nanokernel.Abi.PanicRequest* request);
}
