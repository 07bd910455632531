// What the system says is done about faults, and who is told.
using System.Numerics;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Nanokernel.Abi;
using Nanokernel.Policy;

namespace Nanokernel.Kernel;

/// <summary>A row of <see cref="KernelConfiguration.FaultPolicies"/>, written by FaultTables.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct FaultPolicy
{
    /// <summary>Three bits for each <see cref="FaultKind"/>: its <see cref="FaultActionKind"/>.</summary>
    public uint Actions;

    /// <summary>So many restarts ...</summary>
    public uint Restarts;

    /// <summary>... within this time.</summary>
    public uint Microseconds;

    /// <summary>The action instead of one more.</summary>
    public uint Then;

    /// <summary>How long the partition may be silent, in microseconds; 0: for ever.</summary>
    public uint Heartbeat;

    /// <summary>One bit for each of its watchers.</summary>
    public uint Watchers;

    /// <summary>The physical address of its <see cref="FaultLog"/>; 0 where nobody watches it.</summary>
    public uint Log;
}

/// <summary>The fault table, the history of restarts, and the logs of watched partitions.</summary>
internal static unsafe class Faults
{
    private const int BitsOfAction = 3;

    private static HistoryTable s_histories;

    /// <summary>Opens the logs.</summary>
    public static void Initialize()
    {
        for (var index = 0; index < Partitions.Count; index++)
        {
            var log = LogOf(index);
            if (log != null)
                log->Magic = FaultLog.MagicValue;
        }
    }

    /// <summary>
    /// The action that a fault of a partition calls for, now that it has happened once more. A new image on trial has failed, whatever the table
    /// says.
    /// </summary>
    public static uint ActionFor(int index, uint kind)
    {
        var policy = PolicyOf(index);
        var action = (policy->Actions >> (int)(kind * BitsOfAction)) & ((1 << BitsOfAction) - 1);
        if (KernelConfiguration.HasReplaceableImages && (action >= FaultActionKind.Stop || kind == FaultKind.MissedHeartbeat) && Images.TryFallBack(index))
            return FaultActionKind.Restart;
        if (!IsRestart(action))
            return action;
        var history = (RestartHistory*)Unsafe.AsPointer(ref s_histories) + index;
        return history->TryCount(Clock.Now, Clock.CountsOf(policy->Microseconds), policy->Restarts) ? action : policy->Then;
    }

    /// <summary>Whether an action starts the partition anew.</summary>
    public static bool IsRestart(uint action) => action is FaultActionKind.Restart or FaultActionKind.RestartCold;

    /// <summary>The log of a partition; null where nobody watches it.</summary>
    public static FaultLog* LogOf(int index)
    {
        if (!KernelConfiguration.HasWatches)
            return null;
        var log = PolicyOf(index)->Log;
        return log == 0 ? null : (FaultLog*)PhysicalMemory.At(log);
    }

    /// <summary>What the build says of a partition's faults.</summary>
    public static FaultPolicy* PolicyOf(int index) => (FaultPolicy*)Constants.Words(KernelConfiguration.FaultPolicies) + index;

    /// <summary>Changes the state that watchers see, and wakes them.</summary>
    public static void Tell(int index, uint state)
    {
        var log = LogOf(index);
        if (log == null)
            return;
        log->State = state;
        WakeWatchers(index);
    }

    /// <summary>Wakes the watchers of a partition.</summary>
    public static void WakeWatchers(int index)
    {
        for (var rest = PolicyOf(index)->Watchers; rest != 0; rest &= rest - 1)
        {
            var watcher = BitOperations.TrailingZeroCount(rest);
            Dispatcher.Wake(watcher, Partitions.At(watcher));
        }
    }

    /// <summary>The partition that the running one watches at one of its channel ends; less than 0 where it watches none.</summary>
    public static int WatchedAt(uint end)
    {
        var descriptor = Partitions.Describe(Dispatcher.Current);
        return end < descriptor->EndCount ? (int)Constants.Words(KernelConfiguration.EndWatches)[descriptor->FirstEnd + end] - 1 : -1;
    }

    [RuntimeExport("nk_serve_command_partition")]
    private static Context* Command(uint end, uint command)
    {
        if (!KernelConfiguration.HasWatches)
            return null;
        var watched = WatchedAt(end);
        if (watched < 0 || command is < PartitionCommand.Stop or > PartitionCommand.RestartCold)
            return Hypercalls.Return(HypercallStatus.InvalidArgument);
        Lifecycle.Command(watched, FaultActionKind.Stop + command - PartitionCommand.Stop);
        return Hypercalls.Return(0);
    }

    [InlineArray(KernelConfiguration.PartitionCount)]
    private struct HistoryTable
    {
        private RestartHistory _first;
    }
}
