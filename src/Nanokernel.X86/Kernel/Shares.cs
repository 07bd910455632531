// Budgets, time slices and windows: in the kernel only of a system that declares them.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Nanokernel.Abi;
using Nanokernel.Policy;

namespace Nanokernel.Kernel;

/// <summary>Charges the running partition at every event, and asks the timer for the moment at which its share ends.</summary>
internal static unsafe class Shares
{
    private static ShareTable s_table;
    private static ProcessorShares s_shares;
    private static WindowTable s_windows;
    private static CyclicSchedule s_schedule;
    private static ulong s_charged;

    /// <summary>One bit for each partition that may not run before its budget is refilled or its window comes.</summary>
    public static uint Held => !KernelConfiguration.HasShares ? 0 : KernelConfiguration.HasWindows ? s_shares.Held | s_schedule.Held : s_shares.Held;

    /// <summary>Gives every partition its whole share. The clock's rate is known.</summary>
    public static void Initialize()
    {
        var slice = KernelConfiguration.SliceMicroseconds == 0 ? long.MaxValue : Clock.CountsOf(KernelConfiguration.SliceMicroseconds);
        s_shares = new ProcessorShares((ProcessorShare*)Unsafe.AsPointer(ref s_table), Partitions.Count, slice);
        s_charged = Clock.Now;
        for (var index = 0; index < Partitions.Count; index++)
        {
            var budget = (BudgetDescriptor*)Constants.Words(KernelConfiguration.Budgets) + index;
            if (budget->Period != 0)
                s_shares.SetBudget(index, Clock.CountsOf(budget->Budget), Clock.CountsOf(budget->Period), s_charged);
        }

        if (KernelConfiguration.HasWindows)
            StartSchedule();
    }

    /// <summary>Takes the time since the last event off the share of who ran, and refills what is due.</summary>
    public static void Charge(int index)
    {
        var now = Clock.Now;
        if (index >= 0)
        {
            var wasHeld = s_shares.Held;
            s_shares.Charge(index, now - s_charged);
            if (KernelConfiguration.HasBudgetFaults && s_shares.Held != wasHeld && Partitions.At(index)->Recovers == 0)
                Lifecycle.Report(index, FaultKind.BudgetExhausted, 0);
            if (KernelConfiguration.SliceMicroseconds != 0 && s_shares.TakeEndOfSlice(index))
                Dispatcher.Yield(index);
        }

        s_charged = now;
        s_shares.Replenish(now);
        if (KernelConfiguration.HasWindows)
            s_schedule.Advance(now);
    }

    /// <summary>Sees to it that the kernel is entered when the share of who runs now ends, or that of another begins again.</summary>
    public static void Watch(int index)
    {
        var next = s_shares.NextEvent(index, KernelConfiguration.SliceMicroseconds != 0 && index >= 0 && Dispatcher.HasReadyEquals(index), s_charged);
        if (KernelConfiguration.HasWindows && s_schedule.End < next)
            next = s_schedule.End;
        Timers.SetShare(next);
    }

    private static void StartSchedule()
    {
        var windows = (ProcessorWindow*)Unsafe.AsPointer(ref s_windows);
        var described = (WindowDescriptor*)Constants.Words(KernelConfiguration.Windows);
        for (var i = 0; i < KernelConfiguration.WindowCount; i++)
        {
            windows[i].Length = Clock.CountsOf(described[i].Microseconds);
            windows[i].Allowed = described[i].Allowed;
        }

        s_schedule.Start(windows, KernelConfiguration.WindowCount, s_charged);
    }

    // One more than there are, for an inline array has at least one element.
    [InlineArray(KernelConfiguration.WindowCount + 1)]
    private struct WindowTable
    {
        private ProcessorWindow _first;
    }

    [InlineArray(KernelConfiguration.PartitionCount)]
    private struct ShareTable
    {
        private ProcessorShare _first;
    }
}

/// <summary>A row of <see cref="KernelConfiguration.Windows"/>, written by KernelConfigurationWriter.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct WindowDescriptor
{
    /// <summary>How long it is.</summary>
    public uint Microseconds;

    /// <summary>One bit for each partition that may run in it.</summary>
    public uint Allowed;
}

/// <summary>A row of <see cref="KernelConfiguration.Budgets"/>, written by KernelConfigurationWriter.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct BudgetDescriptor
{
    /// <summary>Microseconds in each period.</summary>
    public uint Budget;

    /// <summary>Microseconds; 0: no budget.</summary>
    public uint Period;
}
