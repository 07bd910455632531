namespace Nanokernel.Abi;

/// <summary>What the kernel does about a fault: <see cref="FaultRecord.Action"/>.</summary>
public static class FaultActionKind
{
    /// <summary>Nothing. The partition goes on, and nobody is told.</summary>
    public const uint Ignore = 0;

    /// <summary>The partition goes on, and its watchers are told.</summary>
    public const uint Notify = 1;

    /// <summary>The partition is stopped.</summary>
    public const uint Stop = 2;

    /// <summary>The partition starts anew and finds its persistent memory.</summary>
    public const uint Restart = 3;

    /// <summary>The partition starts anew, and its persistent memory is as at first use.</summary>
    public const uint RestartCold = 4;

    /// <summary>The whole system ends.</summary>
    public const uint Halt = 5;
}
