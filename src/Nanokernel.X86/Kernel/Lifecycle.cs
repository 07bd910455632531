// The end of partitions, and with the last of them that of the system.
using System.Runtime;
using Nanokernel.Policy;

namespace Nanokernel.Kernel;

/// <summary>Takes a partition out of everything that could still reach it.</summary>
internal static unsafe class Lifecycle
{
    private static PartitionOutcomes s_outcomes;

    /// <summary>All partitions live.</summary>
    public static void Initialize() => s_outcomes = new PartitionOutcomes(Partitions.Count);

    /// <summary>The running partition has returned.</summary>
    public static Context* EndCurrent(uint exitCode)
    {
        s_outcomes.End(Dispatcher.Current, exitCode);
        return Remove(Dispatcher.Current);
    }

    /// <summary>The running partition has faulted; its record is written.</summary>
    public static Context* StopCurrent()
    {
        s_outcomes.Fault(Dispatcher.Current);
        return Remove(Dispatcher.Current);
    }

    /// <summary>An exception in ring 3. The stub has seen that it was not in ring 0.</summary>
    [RuntimeExport("nk_exception")]
    private static Context* Exception()
    {
        FaultReport.WriteException(Dispatcher.Current);
        return StopCurrent();
    }

    private static Context* Remove(int index)
    {
        Dispatcher.Block(index);
        Timers.Abandon(index);
        Interrupts.Abandon(index);
        if (s_outcomes.AllEnded)
            SystemEnd.End(s_outcomes.SystemExitCode);
        return Dispatcher.Resume();
    }
}
