namespace Nanokernel.Manifests;

/// <summary>What code calls of the partition API, as far as rules ask for it.</summary>
[Flags]
public enum RuntimeUses
{
    /// <summary>Nothing of it.</summary>
    None = 0,

    /// <summary><c>Interrupts.Attach</c>.</summary>
    AttachesInterrupts = 1,

    /// <summary><c>Interrupts.Complete</c> or <c>Unmask</c>.</summary>
    CompletesInterrupts = 2,

    /// <summary><c>IoPort</c>.</summary>
    Ports = 4,

    /// <summary><c>DeviceMemory.At</c>.</summary>
    DeviceMemory = 8,

    /// <summary><c>Exceptions.Attach</c>.</summary>
    HandlesExceptions = 16,

    /// <summary><c>Machine.EndSystem</c>.</summary>
    EndsSystem = 32,

    /// <summary>A call that gives the processor away: <c>Clock.Sleep</c>, <c>Processor.Wait</c>, <c>Receive</c> and so on.</summary>
    Waits = 64,

    /// <summary><c>PciFunction.Find</c>.</summary>
    PciFunctions = 128,

    /// <summary><c>Heartbeat.Beat</c>.</summary>
    Beats = 256,

    /// <summary>All of it.</summary>
    All = AttachesInterrupts | CompletesInterrupts | Ports | DeviceMemory | HandlesExceptions | EndsSystem | Waits | PciFunctions | Beats,
}
