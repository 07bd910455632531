namespace Nanokernel.Kernel.Simulation;

/// <summary>Something that happens, at a time.</summary>
internal struct KernelEvent
{
    public EventKind Kind;

    /// <summary>The time-stamp counter.</summary>
    public ulong Time;

    /// <summary>A line, a channel end or a flag's value.</summary>
    public uint Number;

    /// <summary>A time that a partition names.</summary>
    public ulong Deadline;

    /// <summary>Whether the level-triggered line's device is content before its line is unmasked.</summary>
    public bool Serves;

    public override readonly string ToString() => $"{Kind} at {Time}, number {Number}, deadline {Deadline}, serves {Serves}";
}

/// <summary>What can happen. All but the first four are hypercalls of the partition that runs.</summary>
internal enum EventKind
{
    /// <summary>Time passes, and nothing else.</summary>
    Pass,

    /// <summary>The timer interrupts.</summary>
    Timer,

    /// <summary>A device raises its line.</summary>
    Line,

    /// <summary>The running partition sets its virtual interrupt flag.</summary>
    Flag,

    Yield,
    Wait,
    SetTimer,
    Notify,
    Unmask,
    Mask,
    AcquireLock,
    ReleaseLock,
    Exit,
    Other,
}
