namespace Nanokernel.Abi;

/// <summary>What has become of a partition: <see cref="FaultLog.State"/>.</summary>
public static class PartitionState
{
    /// <summary>It runs, or waits.</summary>
    public const uint Running = 0;

    /// <summary>It has a fault that is being recorded, and may be about to start anew.</summary>
    public const uint Recovering = 1;

    /// <summary>It is stopped after a fault.</summary>
    public const uint Stopped = 2;

    /// <summary>It has returned.</summary>
    public const uint Ended = 3;
}
