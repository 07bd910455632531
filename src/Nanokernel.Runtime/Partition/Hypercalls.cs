using System.Runtime;
using System.Runtime.CompilerServices;
using Nanokernel.Abi;

namespace Nanokernel;

// The stubs of the hypercalls; see Abi.Hypercall for what each of them does. 64-bit deadlines go in two halves, in ECX and EDX.
internal static class Hypercalls
{
    [RuntimeImport("nk_hypercall_null")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern int Null();

    [RuntimeImport("nk_hypercall_yield")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern int Yield();

    [RuntimeImport("nk_hypercall_wait")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern int Wait(uint deadlineLow, uint deadlineHigh);

    [RuntimeImport("nk_hypercall_set_timer")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern int SetTimer(uint deadlineLow, uint deadlineHigh);

    [RuntimeImport("nk_hypercall_notify")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern int Notify(uint endIndex, uint peers);

    [RuntimeImport("nk_hypercall_unmask_interrupt")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern int UnmaskInterrupt(uint line);

    [RuntimeImport("nk_hypercall_mask_interrupt")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern int MaskInterrupt(uint line);

    [RuntimeImport("nk_write_console")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern unsafe int WriteConsole(byte* text, int bytes);

    [RuntimeImport("nk_hypercall_exit")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Exit(int exitCode);

    [RuntimeImport("nk_hypercall_end_system")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern int EndSystem(int exitCode);

    [RuntimeImport("nk_hypercall_get_idle_time")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong GetIdleTime();

    // The status in the low half, the value in the high one.
    [RuntimeImport("nk_hypercall_read_pci_configuration")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong ReadPciConfiguration(uint selector);

    [RuntimeImport("nk_hypercall_write_pci_configuration")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern int WritePciConfiguration(uint selector, uint value);

    // A LockOutcome or a HypercallStatus.
    [RuntimeImport("nk_hypercall_acquire_lock")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern int AcquireLock(uint deadlineLow, uint deadlineHigh, uint endIndex);

    [RuntimeImport("nk_hypercall_release_lock")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern int ReleaseLock(uint endIndex);

    [RuntimeImport("nk_hypercall_command_partition")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern int CommandPartition(uint endIndex, uint command);

    // An ImageOutcome or a HypercallStatus.
    [RuntimeImport("nk_hypercall_replace_image")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern unsafe int ReplaceImage(uint endIndex, byte* image);

    // The outcome in the low half, what it says in the high one.
    [RuntimeImport("nk_hypercall_open_persistent_block")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern unsafe ulong OpenPersistentBlock(PersistentBlockRequest* request, uint endIndex);
}
