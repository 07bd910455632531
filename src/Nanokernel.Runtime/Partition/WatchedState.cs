using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>What has become of a watched partition.</summary>
public enum WatchedState
{
    /// <summary>It runs, or waits.</summary>
    Running = (int)PartitionState.Running,

    /// <summary>It has a fault that is being recorded, and may be about to start anew.</summary>
    Recovering = (int)PartitionState.Recovering,

    /// <summary>It is stopped after a fault.</summary>
    Stopped = (int)PartitionState.Stopped,

    /// <summary>It has returned.</summary>
    Ended = (int)PartitionState.Ended,
}
