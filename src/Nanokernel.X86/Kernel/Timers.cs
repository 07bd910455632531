// One shot of one timer, for the deadlines of all.
using System.Numerics;
using System.Runtime;
using System.Runtime.CompilerServices;
using Nanokernel.Abi;
using Nanokernel.Policy;

namespace Nanokernel.Kernel;

/// <summary>Each partition has two deadlines, that of its Wait and that of its timer; the timer is set to the nearest of all.</summary>
internal static unsafe class Timers
{
    private const int SlotsPerPartition = 2;
    private const int SlotCount = KernelConfiguration.PartitionCount * SlotsPerPartition;

    private static DeadlineTable s_deadlines;
    private static TimerQueue s_queue;
    private static ulong s_programmed;

    /// <summary>Starts with no deadline.</summary>
    /// <returns>Whether the machine has the timer.</returns>
    public static bool TryInitialize()
    {
        s_queue = new TimerQueue((ulong*)Unsafe.AsPointer(ref s_deadlines));
        s_programmed = TimerQueue.Never;
        if (KernelConfiguration.HasHeartbeats)
            Heartbeats.Initialize();
        return EventTimer.TryInitialize();
    }

    /// <summary>Expects heartbeats of a partition from now on, if it has stated them.</summary>
    public static void StartHeartbeat(int index) => ProgramIfNearer(Heartbeats.Start(index));

    /// <summary>Sets the deadline of a partition's Wait.</summary>
    public static void SetWait(int index, ulong deadline) => Set(index * SlotsPerPartition, deadline);

    /// <summary>Sets the deadline of a partition's timer.</summary>
    public static void SetTimer(int index, ulong deadline) => Set((index * SlotsPerPartition) + 1, deadline);

    /// <summary>Forgets the deadline of a Wait that is over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ForgetWait(int index) => s_queue.Cancel(index * SlotsPerPartition);

    /// <summary>Forgets both deadlines of a partition that is gone.</summary>
    public static void Abandon(int index)
    {
        ForgetWait(index);
        s_queue.Cancel((index * SlotsPerPartition) + 1);
        if (KernelConfiguration.HasHeartbeats)
            Heartbeats.Abandon(index);
    }

    /// <summary>
    /// Sets the end of the running partition's share of the processor. Where the timer has just expired, that is when the next deadline is
    /// programmed, too.
    /// </summary>
    public static void SetShare(ulong deadline)
    {
        if (s_programmed == TimerQueue.Never)
        {
            var nearest = Nearest();
            if (nearest < deadline)
                deadline = nearest;
        }

        ProgramIfNearer(deadline);
    }

    /// <summary>The timer has reached its end: the stub has sent the end of interrupt.</summary>
    [RuntimeExport("nk_timer_interrupt")]
    private static Context* Expire()
    {
        if (KernelConfiguration.HasTrace)
            Trace.Write(TraceKind.Timer, 0, 0);
        var expired = s_queue.TakeExpired(Clock.Now);
        while (expired != 0)
        {
            var slot = BitOperations.TrailingZeroCount(expired);
            expired &= expired - 1;
            var index = slot / SlotsPerPartition;
            if (KernelConfiguration.HasTrace)
                Trace.Write(TraceKind.Expiry, index, (uint)(slot % SlotsPerPartition), 0);
            if (slot % SlotsPerPartition != 0)
            {
                Interrupts.Raise(VirtualInterrupt.Timer, index);
                continue;
            }

            // Only a blocked partition has this deadline; 1 is what its hypercall returns.
            if (KernelConfiguration.HasLocks)
                Locks.GiveUp(index);
            var partition = Partitions.At(index);
            partition->Context.Eax = 1;
            Dispatcher.Wake(index, partition);
        }

        if (KernelConfiguration.HasHeartbeats)
            Heartbeats.Check(Clock.Now);

        // With shares, Resume sets their next moment and programs the timer.
        s_programmed = TimerQueue.Never;
        if (!KernelConfiguration.HasShares)
            ProgramIfNearer(Nearest());
        return Dispatcher.Resume();
    }

    private static ulong Nearest()
    {
        var nearest = s_queue.Nearest();
        return KernelConfiguration.HasHeartbeats && Heartbeats.Nearest < nearest ? Heartbeats.Nearest : nearest;
    }

    private static void Set(int slot, ulong deadline)
    {
        s_queue.Set(slot, deadline);
        ProgramIfNearer(deadline);
    }

    /// <summary>A shot for a deadline that has moved away since comes all the same, finds nothing due and asks for the next.</summary>
    private static void ProgramIfNearer(ulong deadline)
    {
        if (deadline >= s_programmed)
            return;
        s_programmed = deadline;
        EventTimer.Start(Clock.CountsUntil(deadline));
    }

    [InlineArray(SlotCount)]
    private struct DeadlineTable
    {
        private ulong _first;
    }
}
