using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>What became of asking for a <see cref="PartitionLock"/>.</summary>
public enum LockResult
{
    /// <summary>This partition holds the lock, and who held it before has given it back.</summary>
    Acquired = LockOutcome.Acquired,

    /// <summary>This partition does not hold the lock: the time was over before it became free.</summary>
    TimedOut = LockOutcome.TimedOut,

    /// <summary>
    /// This partition holds the lock, but who held it before ended with it, by a fault or by returning: what the lock guards may be half
    /// done, and is to be made whole before it is used. Said once, to the next holder.
    /// </summary>
    Abandoned = LockOutcome.Abandoned,
}
