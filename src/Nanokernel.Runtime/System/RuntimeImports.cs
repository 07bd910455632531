using System.Runtime;
using System.Runtime.CompilerServices;

namespace System;

// What the assembled helpers give to managed code.
internal static unsafe class RuntimeImports
{
    // The code that the interface call of a dispatch cell reaches on an object.
    internal static nint ResolveDispatchCell(object target, nint dispatchCell) =>
        InterfaceDispatch.Resolve(target.m_pEEType, (DispatchCell*)dispatchCell);

    [RuntimeImport("nk_write_console")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern int WriteConsole(byte* utf8, int count);

    [RuntimeImport("nk_panic")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Panic(Nanokernel.Abi.PanicRequest* request);
}
