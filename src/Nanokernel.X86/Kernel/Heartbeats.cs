// Does a partition still live? In the kernel only of a system that asks for heartbeats.
using System.Numerics;
using System.Runtime.CompilerServices;
using Nanokernel.Abi;
using Nanokernel.Policy;

namespace Nanokernel.Kernel;

/// <summary>
/// A heartbeat is a count in the partition's control page, so that it costs no hypercall. At the end of each period the kernel looks
/// whether it has moved.
/// </summary>
internal static unsafe class Heartbeats
{
    private static HeartbeatDeadlines s_deadlines;
    private static HeartbeatCounts s_counts;
    private static TimerQueue s_queue;

    /// <summary>Starts with no deadline.</summary>
    public static void Initialize() => s_queue = new TimerQueue((ulong*)Unsafe.AsPointer(ref s_deadlines));

    /// <summary>The next end of a period.</summary>
    public static ulong Nearest => s_queue.Nearest();

    /// <summary>A partition starts, and with it its first period.</summary>
    /// <returns>The end of the period, or <see cref="TimerQueue.Never"/>.</returns>
    public static ulong Start(int index)
    {
        var period = Faults.PolicyOf(index)->Heartbeat;
        if (period == 0)
            return TimerQueue.Never;
        *CountOf(index) = 0;
        var end = Clock.Now + Clock.CountsOf(period);
        s_queue.Set(index, end);
        return end;
    }

    /// <summary>A partition is gone.</summary>
    public static void Abandon(int index) => s_queue.Cancel(index);

    /// <summary>Looks at the partitions whose period has ended.</summary>
    public static void Check(ulong now)
    {
        for (var expired = s_queue.TakeExpired(now); expired != 0; expired &= expired - 1)
        {
            var index = BitOperations.TrailingZeroCount(expired);
            var count = Partitions.At(index)->Control->Heartbeat;
            s_queue.Set(index, now + Clock.CountsOf(Faults.PolicyOf(index)->Heartbeat));
            if (count == *CountOf(index))
                Miss(index);
            else if (KernelConfiguration.HasReplaceableImages)
                Images.Confirm(index);
            *CountOf(index) = count;
        }
    }

    private static void Miss(int index)
    {
        var log = Faults.LogOf(index);
        if (log != null)
            log->MissedHeartbeats++;
        Lifecycle.Report(index, FaultKind.MissedHeartbeat, 0);
    }

    private static uint* CountOf(int index) => (uint*)Unsafe.AsPointer(ref s_counts) + index;

    [InlineArray(KernelConfiguration.PartitionCount)]
    private struct HeartbeatDeadlines
    {
        private ulong _first;
    }

    [InlineArray(KernelConfiguration.PartitionCount)]
    private struct HeartbeatCounts
    {
        private uint _first;
    }
}
