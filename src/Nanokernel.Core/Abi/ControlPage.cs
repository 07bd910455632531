using System.Runtime.InteropServices;

namespace Nanokernel.Abi;

/// <summary>
/// The page that kernel and partition share: the partition's virtual interrupt flag and what waits for it. The kernel trusts nothing in
/// it; a partition that spoils it spoils only itself.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct ControlPage
{
    /// <summary>Offset 0. Not zero: upcalls may be delivered. The kernel clears it when it delivers one.</summary>
    public uint VirtualInterruptFlag;

    /// <summary>Offset 4. One bit for each <see cref="VirtualInterrupt"/>; set by the kernel, cleared (atomically) by the partition.</summary>
    public uint PendingInterrupts;

    /// <summary>Offset 8. Where the partition was when the latest upcall came; EFLAGS and all registers are left as they were.</summary>
    public uint InterruptedAddress;

    /// <summary>Offset 12. Counts upcalls delivered since the partition was entered.</summary>
    public uint UpcallCount;
}
