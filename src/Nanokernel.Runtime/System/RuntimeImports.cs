using System.Runtime;
using System.Runtime.CompilerServices;

namespace System;

// What the assembled helpers give to managed code.
internal static unsafe class RuntimeImports
{
    [RuntimeImport("nk_write_console")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern int WriteConsole(byte* utf8, int count);

    [RuntimeImport("nk_panic")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Panic(Nanokernel.Abi.PanicRequest* request);
}
