// One shot of one timer, for the deadlines of all.
using System.Numerics;
using System.Runtime;
using System.Runtime.CompilerServices;
using Nanokernel.Abi;
using Nanokernel.Policy;

namespace Nanokernel.Kernel;

/// <summary>Each partition has two deadlines, that of its Wait and that of its timer; the 8254 is set to the nearest of all.</summary>
internal static unsafe class Timers
{
    private const int SlotsPerPartition = 2;
    private const int SlotCount = KernelConfiguration.PartitionCount * SlotsPerPartition;

    private static DeadlineTable s_deadlines;
    private static TimerQueue s_queue;
    private static ulong s_programmed;

    /// <summary>Starts with no deadline.</summary>
    public static void Initialize()
    {
        s_queue = new TimerQueue((ulong*)Unsafe.AsPointer(ref s_deadlines), SlotCount);
        s_programmed = TimerQueue.Never;
        IntervalTimer.Initialize();
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

    /// <summary>Counter 0 has reached its end: the stub has sent the end of interrupt.</summary>
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

        s_programmed = TimerQueue.Never;
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
        if (nearest == s_programmed)
            return;
        s_programmed = nearest;
        if (nearest != TimerQueue.Never)
            IntervalTimer.Start(Clock.CountsUntil(nearest));
    }

    [InlineArray(SlotCount)]
    private struct DeadlineTable
    {
        private ulong _first;
    }
}
