using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>What the kernel does about a fault.</summary>
public enum FaultAction
{
    /// <summary>The partition goes on.</summary>
    Notify = (int)FaultActionKind.Notify,

    /// <summary>The partition is stopped, until a watcher starts it anew.</summary>
    Stop = (int)FaultActionKind.Stop,

    /// <summary>The partition starts anew, and finds its persistent memory.</summary>
    Restart = (int)FaultActionKind.Restart,

    /// <summary>The partition starts anew, and its persistent memory is as at first use.</summary>
    RestartCold = (int)FaultActionKind.RestartCold,

    /// <summary>The whole system ends.</summary>
    Halt = (int)FaultActionKind.Halt,
}
