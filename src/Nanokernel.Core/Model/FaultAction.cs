using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>What the kernel does about a <see cref="FaultEvent"/>.</summary>
public enum FaultAction
{
    /// <summary>Nothing: the partition goes on, and nobody is told. For what a partition can go on after.</summary>
    Ignore = (int)FaultActionKind.Ignore,

    /// <summary>The partition goes on, and its watchers are told. For what a partition can go on after.</summary>
    Notify = (int)FaultActionKind.Notify,

    /// <summary>The partition is stopped, until a watcher starts it anew.</summary>
    Stop = (int)FaultActionKind.Stop,

    /// <summary>The partition starts anew, and finds its persistent memory.</summary>
    Restart = (int)FaultActionKind.Restart,

    /// <summary>The partition starts anew, and its persistent memory is as at first use.</summary>
    RestartCold = (int)FaultActionKind.RestartCold,

    /// <summary>The whole system ends, with exit code 101.</summary>
    Halt = (int)FaultActionKind.Halt,
}
