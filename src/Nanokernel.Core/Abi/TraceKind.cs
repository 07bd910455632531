namespace Nanokernel.Abi;

/// <summary>What a <see cref="TraceRecord"/> tells. Detail and argument that are not named are 0.</summary>
public enum TraceKind : byte
{
    /// <summary>No record: a place of the ring that has not been written.</summary>
    None = 0,

    /// <summary>The kernel has started and measured the clock. Argument: the counts of the TSC since it began to.</summary>
    Boot = 1,

    /// <summary>The partition runs from now on; without a partition, the processor idles.</summary>
    Switch = 2,

    /// <summary>An interrupt of the partition's. Detail: the line. Argument: 1 where it is kept, for its owner has masked the line.</summary>
    Interrupt = 3,

    /// <summary>The kernel's timer has expired, for a deadline or for the end of a share of the processor.</summary>
    Timer = 4,

    /// <summary>A deadline of the partition's has come. Detail: 0 that of its Wait, 1 that of its timer.</summary>
    Expiry = 5,

    /// <summary>The partition calls the kernel. Detail: the number. Argument: what it passes in ECX.</summary>
    Hypercall = 6,

    /// <summary>The partition calls the kernel by a number that there is none of. Argument: the number.</summary>
    UnknownHypercall = 7,

    /// <summary>The partition notifies another. Detail: the index of its channel end. Argument: the index of the other partition.</summary>
    Notification = 8,

    /// <summary>The partition's interrupt handlers are entered. Argument: one bit for each <see cref="VirtualInterrupt"/> that is pending.</summary>
    Upcall = 9,

    /// <summary>The partition's own exception handler is entered. Detail: the vector. Argument: the address of the instruction.</summary>
    Exception = 10,

    /// <summary>
    /// The partition has a fault. Detail: its <see cref="FaultKind"/>, and in the bits from 8 on those of <see cref="FaultRecord.Detail"/>, which
    /// of a panic can be anything. Argument: the address of the instruction.
    /// </summary>
    Fault = 11,

    /// <summary>The partition has ended. Argument: its exit code.</summary>
    End = 12,

    /// <summary>The system ends. Argument: its exit code.</summary>
    SystemEnd = 13,

    /// <summary>The kernel itself has faulted. Detail: the vector. Argument: the address of the instruction.</summary>
    KernelFault = 14,

    /// <summary>The partition starts anew. Argument: how often it has.</summary>
    Restart = 15,
}
