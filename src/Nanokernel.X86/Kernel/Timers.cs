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
    private static ulong s_share;

    /// <summary>Starts with no deadline.</summary>
    /// <returns>Whether the machine has the timer.</returns>
    public static bool TryInitialize()
    {
        s_queue = new TimerQueue((ulong*)Unsafe.AsPointer(ref s_deadlines), SlotCount);
        s_programmed = TimerQueue.Never;
        s_share = TimerQueue.Never;
        return EventTimer.TryInitialize();
    }

    /// <summary>Sets the deadline of a partition's Wait.</summary>
    public static void SetWait(int index, ulong deadline) => Set(index * SlotsPerPartition, deadline);

    /// <summary>Sets the deadline of a partition's timer.</summary>
    public static void SetTimer(int index, ulong deadline) => Set((index * SlotsPerPartition) + 1, deadline);

    /// <summary>Forgets the deadline of a Wait that is over. A shot that was asked for its sake comes, finds nothing and asks for the next.</summary>
    public static void ForgetWait(int index) => s_queue.Set(index * SlotsPerPartition, TimerQueue.Never);

    /// <summary>Forgets both deadlines of a partition that is gone.</summary>
    public static void Abandon(int index)
    {
        ForgetWait(index);
        s_queue.Set((index * SlotsPerPartition) + 1, TimerQueue.Never);
    }

    /// <summary>Sets the end of the running partition's share of the processor.</summary>
    public static void SetShare(ulong deadline)
    {
        s_share = deadline;
        Program();
    }

    /// <summary>The timer has reached its end: the stub has sent the end of interrupt.</summary>
    [RuntimeExport("nk_timer_interrupt")]
    private static Context* Expire()
    {
        var expired = s_queue.TakeExpired(Clock.Now);
        while (expired != 0)
        {
            var slot = BitOperations.TrailingZeroCount(expired);
            expired &= expired - 1;
            var index = slot / SlotsPerPartition;
            if (slot % SlotsPerPartition != 0)
            {
                Interrupts.Raise(VirtualInterrupt.Timer, index);
                continue;
            }

            // Only a blocked partition has this deadline; 1 is what its Wait returns.
            var partition = Partitions.At(index);
            partition->Context.Eax = 1;
            Dispatcher.Wake(index, partition);
        }

        // With shares, Resume sets their next moment and programs the timer.
        s_programmed = TimerQueue.Never;
        if (!KernelConfiguration.HasShares)
            Program();
        return Dispatcher.Resume();
    }

    private static void Set(int slot, ulong deadline)
    {
        s_queue.Set(slot, deadline);
        Program();
    }

    private static void Program()
    {
        var nearest = s_queue.Nearest();
        if (KernelConfiguration.HasShares && s_share < nearest)
            nearest = s_share;
        if (nearest == s_programmed)
            return;
        s_programmed = nearest;
        if (nearest != TimerQueue.Never)
            EventTimer.Start(Clock.CountsUntil(nearest));
    }

    [InlineArray(SlotCount)]
    private struct DeadlineTable
    {
        private ulong _first;
    }
}
