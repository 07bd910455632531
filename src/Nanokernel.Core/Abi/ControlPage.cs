using System.Runtime.InteropServices;

namespace Nanokernel.Abi;

/// <summary>
/// The page that kernel and partition share: the partition's virtual interrupt flag and what waits for it. The kernel trusts nothing in
/// it; a partition that spoils it spoils only itself.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct ControlPage
{
    /// <summary>The offset of the first <see cref="ChannelEndState"/> in the page; there is one for each end, by its index.</summary>
    public const uint ChannelStatesOffset = 1024;

    /// <summary>The offset of what the partition keeps of its blocks of persistent pools: no peer and no kernel reads it.</summary>
    public const uint PoolBlocksOffset = 2048;

    /// <summary>Offset 0. Not zero: upcalls may be delivered. The kernel clears it when it delivers one.</summary>
    public uint VirtualInterruptFlag;

    /// <summary>Offset 4. One bit for each <see cref="VirtualInterrupt"/>; set by the kernel, cleared (atomically) by the partition.</summary>
    public uint PendingInterrupts;

    /// <summary>Offset 8. Where the partition was when the latest upcall came; EFLAGS and all registers are left as they were.</summary>
    public uint InterruptedAddress;

    /// <summary>Offset 12. Counts upcalls delivered since the partition was entered.</summary>
    public uint UpcallCount;

    /// <summary>
    /// Offset 16. Not zero: an exception may be handed to the partition, if it was declared to handle its own. The kernel clears it when
    /// it hands one over; an exception that finds it clear stops the partition.
    /// </summary>
    public uint ExceptionFlag;

    /// <summary>Offset 20. The vector of the latest exception (SDM vol. 3A, table 6-1).</summary>
    public uint ExceptionVector;

    /// <summary>Offset 24. Its error code, 0 where it has none.</summary>
    public uint ExceptionErrorCode;

    /// <summary>Offset 28. CR2 at the exception: for a page fault, the address that was touched.</summary>
    public uint ExceptionDataAddress;

    /// <summary>Offset 32. The instruction that raised it.</summary>
    public uint ExceptionInstruction;

    /// <summary>Offset 36. Counts the partition's heartbeats; the kernel looks whether it moves.</summary>
    public uint Heartbeat;
}
