// Locks between partitions: who holds each, who waits for it, and what the end of a holder leaves.
using System.Numerics;

namespace Nanokernel.Policy;

/// <summary>
/// A partition waits for one lock at a time, so waiting makes chains: from a partition to the holder of the lock that it waits for, and on
/// if that one waits, too. What would close a chain to a ring is refused, so each ends at a partition that does not wait; the scheduler
/// lets that one run in the place of all before it (L. Sha, R. Rajkumar, J. P. Lehoczky, "Priority inheritance protocols: an approach to
/// real-time synchronization", IEEE Transactions on Computers 39(9), 1990: the basic protocol). A lock that is released passes at once to
/// the most urgent partition that waits for it, where inherited urgency counts, and among equals to the one that has waited longest: a
/// free lock has nobody waiting.
/// </summary>
internal unsafe struct LockTable
{
    /// <summary>No partition.</summary>
    public const int Nobody = -1;

    private const int NoLock = -1;

    private LockState* _locks;
    private LockWait* _waits;
    private uint _waiting;
    private uint _arrivals;

    /// <summary>Makes free locks over memory that outlives them.</summary>
    /// <param name="locks">A row for each lock.</param>
    /// <param name="lockCount">The number of locks.</param>
    /// <param name="waits">A row for each partition.</param>
    /// <param name="partitionCount">The number of partitions.</param>
    public void Start(LockState* locks, int lockCount, LockWait* waits, int partitionCount)
    {
        _locks = locks;
        _waits = waits;
        _waiting = 0;
        _arrivals = 0;
        for (var number = 0; number < lockCount; number++)
        {
            locks[number].Holder = Nobody;
            locks[number].Waiters = 0;
            locks[number].IsAbandoned = false;
        }

        for (var index = 0; index < partitionCount; index++)
            waits[index].Interrupted = NoLock;
    }

    /// <summary>One bit for each partition that waits for a lock.</summary>
    public readonly uint Waiting => _waiting;

    /// <summary>Whether a partition holds a lock.</summary>
    public readonly bool IsHeldBy(int partition, int number) => _locks[number].Holder == partition;

    /// <summary>Gives a partition that waits for nothing a lock, if it is free.</summary>
    public LockAnswer Acquire(int partition, int number)
    {
        var state = _locks + number;
        if (state->Holder == Nobody)
        {
            state->Holder = partition;
            _waits[partition].Interrupted = NoLock;
            if (!state->IsAbandoned)
                return LockAnswer.Acquired;
            state->IsAbandoned = false;
            return LockAnswer.Abandoned;
        }

        if (state->Holder == partition)
            return LockAnswer.AlreadyHeld;
        var met = 0u;
        return Follow(state->Holder, ref met) == partition ? LockAnswer.Deadlock : LockAnswer.HeldByAnother;
    }

    /// <summary>Lets a partition wait for a lock that is <see cref="LockAnswer.HeldByAnother"/>.</summary>
    public void Wait(int partition, int number)
    {
        var wait = _waits + partition;
        if (wait->Interrupted != number)
            wait->Arrival = _arrivals++;
        wait->Interrupted = NoLock;
        wait->Lock = number;
        _locks[number].Waiters |= 1u << partition;
        _waiting |= 1u << partition;
    }

    /// <summary>A partition waits no longer, if it did, and has not got the lock.</summary>
    public void GiveUp(int partition)
    {
        if (((_waiting >> partition) & 1) != 0)
            Leave(partition);
    }

    /// <summary>A waiting partition has something else to do first. If it then waits for the same lock, it has its old place among its equals.</summary>
    public void Interrupt(int partition)
    {
        _waits[partition].Interrupted = _waits[partition].Lock;
        Leave(partition);
    }

    /// <summary>Passes a lock on that its holder gives back.</summary>
    /// <param name="number">The lock, which is held.</param>
    /// <param name="equals">For each partition, the mask of the partitions of its priority, itself included.</param>
    /// <returns>Who holds it now and waits no longer, or <see cref="Nobody"/>.</returns>
    public int Release(int number, uint* equals)
    {
        var next = NextHolder(number, equals);
        _locks[number].Holder = next;
        if (next != Nobody)
            Leave(next);
        return next;
    }

    /// <summary>Passes a lock on whose holder is gone. Who gets it next, now or later, is to be told.</summary>
    /// <param name="number">The lock, which is held.</param>
    /// <param name="equals">As for <see cref="Release"/>.</param>
    /// <returns>Who holds it now, waits no longer and is to be told, or <see cref="Nobody"/>.</returns>
    public int Abandon(int number, uint* equals)
    {
        var next = Release(number, equals);
        _locks[number].IsAbandoned = next == Nobody;
        return next;
    }

    /// <summary>The end of the chain that begins at a partition: itself, if it does not wait.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="met">
    /// One bit for each partition whose end is known; those of this chain, and who else waits for its locks, are added. So many chains together
    /// are not longer than the locks are many.
    /// </param>
    /// <returns>The partition that does not wait, or <see cref="Nobody"/> where the chain runs into one that had been met.</returns>
    public readonly int Follow(int partition, ref uint met)
    {
        while (((met >> partition) & 1) == 0)
        {
            if (((_waiting >> partition) & 1) == 0)
            {
                met |= 1u << partition;
                return partition;
            }

            var state = _locks + _waits[partition].Lock;
            met |= state->Waiters;
            partition = state->Holder;
        }

        return Nobody;
    }

    private void Leave(int partition)
    {
        _waiting &= ~(1u << partition);
        _locks[_waits[partition].Lock].Waiters &= ~(1u << partition);
    }

    private readonly int NextHolder(int number, uint* equals)
    {
        var waiters = _locks[number].Waiters;
        if ((waiters & (waiters - 1)) == 0)
            return waiters == 0 ? Nobody : BitOperations.TrailingZeroCount(waiters);

        // From the most urgent partition that waits for anything: does it wait for this lock, or for somebody who does?
        var next = Nobody;
        var met = 0u;
        var rest = _waiting;
        while (next == Nobody)
        {
            var group = rest & equals[BitOperations.TrailingZeroCount(rest)];
            for (var candidates = group; candidates != 0; candidates &= candidates - 1)
            {
                var waiter = FollowTo(number, BitOperations.TrailingZeroCount(candidates), ref met);
                if (waiter != Nobody && (next == Nobody || (int)(_waits[waiter].Arrival - _waits[next].Arrival) < 0))
                    next = waiter;
            }

            rest &= ~group;
        }

        return next;
    }

    /// <summary>The partition of a chain that waits for a lock itself, unless the chain does not come to it or it had been met.</summary>
    private readonly int FollowTo(int number, int partition, ref uint met)
    {
        while (((met >> partition) & 1) == 0 && ((_waiting >> partition) & 1) != 0)
        {
            met |= 1u << partition;
            if (_waits[partition].Lock == number)
                return partition;
            partition = _locks[_waits[partition].Lock].Holder;
        }

        return Nobody;
    }
}
