using System;
using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>
/// A lock that several partitions share: one of them holds it at a time. It is kept by the kernel, so that no partition can break it, and
/// passes on when its holder ends. While a more urgent partition waits, the holder runs in its place (priority inheritance). Given back, it
/// goes at once to the most urgent partition that waits, among equals to the one that has waited longest. Interrupt handlers of a partition
/// that waits run meanwhile; they themselves do not use locks. A lock is not reentrant.
/// </summary>
/// <param name="end">The address of the end's record; generated code passes it.</param>
public readonly unsafe struct PartitionLock(nint end)
{
    private const ulong Never = ulong.MaxValue;

    private readonly ChannelEnd* _end = (ChannelEnd*)end;

    /// <summary>Takes the lock; waits until it is free. Not for interrupt handlers.</summary>
    /// <returns><see cref="LockResult.Acquired"/> or <see cref="LockResult.Abandoned"/>.</returns>
    /// <exception cref="InvalidOperationException">
    /// This partition holds the lock already, or waiting would be for ever: the holder waits, itself or over others, for a lock of this
    /// partition. It ends the partition, whose locks the others then get as <see cref="LockResult.Abandoned"/>.
    /// </exception>
    public LockResult Acquire() => Acquire(Never);

    /// <summary>Takes the lock; waits no longer than a time. Not for interrupt handlers.</summary>
    /// <param name="timeout">How long to wait; not positive: not at all.</param>
    /// <returns>The result: with <see cref="LockResult.TimedOut"/> this partition does not hold the lock.</returns>
    /// <exception cref="InvalidOperationException">
    /// This partition holds the lock already; or the timeout is positive, and the holder waits, itself or over others, for a lock of this
    /// partition. It ends the partition.
    /// </exception>
    public LockResult TryAcquire(TimeSpan timeout) => Acquire(timeout <= TimeSpan.Zero ? 0 : Clock.TimestampAfter(timeout));

    /// <summary>Gives the lock back.</summary>
    /// <exception cref="InvalidOperationException">This partition does not hold the lock. It ends the partition.</exception>
    public void Release()
    {
        if (Hypercalls.ReleaseLock(_end->EndIndex) != 0)
            throw new InvalidOperationException("This partition does not hold the lock that it gives back.");
    }

    /// <summary>
    /// Takes the lock for a block of code: <c>using (Bus.Hold(out var result))</c>. Waits until it is free. Not for interrupt handlers.
    /// </summary>
    /// <param name="result"><see cref="LockResult.Acquired"/> or <see cref="LockResult.Abandoned"/>.</param>
    /// <returns>What gives the lock back at the end of the block.</returns>
    /// <exception cref="InvalidOperationException">As for <see cref="Acquire()"/>. It ends the partition.</exception>
    public LockScope Hold(out LockResult result)
    {
        result = Acquire();
        return new LockScope(this);
    }

    private LockResult Acquire(ulong deadline)
    {
        var result = Hypercalls.AcquireLock((uint)deadline, (uint)(deadline >> 32), _end->EndIndex);
        if (result < 0)
            Refuse(result);
        return (LockResult)result;
    }

    private static void Refuse(int status) => throw new InvalidOperationException(status == HypercallStatus.Deadlock
        ? "This partition would wait for itself: the holder of the lock waits for a lock that this partition holds."
        : "This partition holds the lock already: a lock is not reentrant.");
}
