// Locks between partitions: in the kernel only of a system that declares them.
using System.Runtime;
using System.Runtime.CompilerServices;
using Nanokernel.Abi;
using Nanokernel.Policy;

namespace Nanokernel.Kernel;

/// <summary>
/// The state of locks is here and nowhere else: no partition can write it, and none can leave it behind. A partition that waits is blocked
/// with the hypercall not yet answered, so that an interrupt of its own can take it out of the wait and the hypercall be made again.
/// </summary>
internal static unsafe class Locks
{
    // int Hypercall.Vector
    private const uint HypercallBytes = 2;

    private const int NoLock = -1;

    /// <summary>In whose place the current partition runs: its own, or that of one that waits for it.</summary>
    public static int Place;

    private static LockTable s_locks;
    private static LockStates s_states;
    private static LockWaits s_waits;

    /// <summary>Every lock is free.</summary>
    public static void Initialize()
        => s_locks.Start(
            (LockState*)Unsafe.AsPointer(ref s_states), KernelConfiguration.LockCount, (LockWait*)Unsafe.AsPointer(ref s_waits), Partitions.Count);

    /// <summary>One bit for each partition that waits for a lock.</summary>
    public static uint Waiting => s_locks.Waiting;

    /// <summary>Who waits for whom.</summary>
    public static ref LockTable Table => ref s_locks;

    /// <summary>Something has come for a partition that waits for a lock. What it can take at once it takes, and then waits again.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Interrupt(int index, Partition* partition)
    {
        partition->Woken = 1;
        if (partition->Control->PendingInterrupts == 0 || partition->Control->VirtualInterruptFlag == 0)
            return;
        s_locks.Interrupt(index);
        partition->Context.Eip -= HypercallBytes;
        EndWait(index, partition);
    }

    /// <summary>A partition waits no longer for a lock, if it did, but is as one that waits for anything.</summary>
    public static void GiveUp(int index)
    {
        var partition = Partitions.At(index);
        if (partition->Waiting != Partition.WaitsForLock)
            return;
        s_locks.GiveUp(index);
        partition->Waiting = Partition.WaitsForAnything;
    }

    /// <summary>Passes on the locks of a partition that is gone; its own wait is over.</summary>
    public static void Abandon(int index)
    {
        GiveUp(index);
        for (var number = 0; number < KernelConfiguration.LockCount; number++)
        {
            if (s_locks.IsHeldBy(index, number))
                Grant(s_locks.Abandon(number, Dispatcher.Equals), LockOutcome.Abandoned);
        }
    }

    [RuntimeExport("nk_serve_acquire_lock")]
    private static Context* Acquire(uint low, uint high)
    {
        // Nobody calls this then; that it needs no data is what leaves them out.
        if (!KernelConfiguration.HasLocks)
            return null;
        var index = Dispatcher.Current;
        var partition = Partitions.At(index);
        var number = NumberOf(index, partition->Context.Ebx);
        if (number == NoLock)
            return Hypercalls.Return(HypercallStatus.InvalidArgument);
        var answer = s_locks.Acquire(index, number);
        switch (answer)
        {
            case LockAnswer.Acquired:
                return Hypercalls.Return(LockOutcome.Acquired);
            case LockAnswer.Abandoned:
                return Hypercalls.Return(LockOutcome.Abandoned);
            case LockAnswer.AlreadyHeld:
                return Hypercalls.Return(HypercallStatus.NotPermitted);
        }

        // Who does not wait comes to no deadlock.
        var deadline = ((ulong)high << 32) | low;
        if (deadline != TimerQueue.Never && deadline <= Clock.Now)
            return Hypercalls.Return(LockOutcome.TimedOut);
        if (answer == LockAnswer.Deadlock)
            return Hypercalls.Return(HypercallStatus.Deadlock);
        Timers.SetWait(index, deadline);
        s_locks.Wait(index, number);
        partition->Waiting = Partition.WaitsForLock;
        Dispatcher.Block(index);
        return Dispatcher.Resume();
    }

    [RuntimeExport("nk_serve_release_lock")]
    private static Context* Release(uint end)
    {
        if (!KernelConfiguration.HasLocks)
            return null;
        var index = Dispatcher.Current;
        var number = NumberOf(index, end);
        if (number == NoLock)
            return Hypercalls.Return(HypercallStatus.InvalidArgument);
        if (!s_locks.IsHeldBy(index, number))
            return Hypercalls.Return(HypercallStatus.NotPermitted);
        Grant(s_locks.Release(number, Dispatcher.Equals), LockOutcome.Acquired);
        return Hypercalls.Return(0);
    }

    private static void Grant(int index, int result)
    {
        if (index == LockTable.Nobody)
            return;
        var partition = Partitions.At(index);
        partition->Context.Eax = (uint)result;
        EndWait(index, partition);
    }

    private static void EndWait(int index, Partition* partition)
    {
        partition->Waiting = 0;
        Timers.ForgetWait(index);
        Dispatcher.MakeReady(index);
    }

    /// <summary>The lock at a partition's channel end. The table has one more than the number, for 0 is an end of another kind.</summary>
    private static int NumberOf(int index, uint end)
    {
        var descriptor = Partitions.Describe(index);
        return end < descriptor->EndCount ? (int)Partitions.LockOfEnd(descriptor->FirstEnd + end) - 1 : NoLock;
    }

    // One more than there are, for an inline array has at least one element.
    [InlineArray(KernelConfiguration.LockCount + 1)]
    private struct LockStates
    {
        private LockState _first;
    }

    [InlineArray(KernelConfiguration.PartitionCount)]
    private struct LockWaits
    {
        private LockWait _first;
    }
}
