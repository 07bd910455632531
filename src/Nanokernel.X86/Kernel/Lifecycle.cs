// The end of partitions, and with the last of them that of the system.
using System.Runtime;
using Nanokernel.Abi;
using Nanokernel.Policy;

namespace Nanokernel.Kernel;

/// <summary>Takes a partition out of everything that could still reach it.</summary>
internal static unsafe class Lifecycle
{
    // EFLAGS.TF (SDM vol. 1, 3.4.3.3): the handler itself is not to be stepped through.
    private const uint TrapFlag = 1u << 8;

    private static PartitionOutcomes s_outcomes;

    /// <summary>All partitions live.</summary>
    public static void Initialize() => s_outcomes = new PartitionOutcomes(Partitions.Count);

    /// <summary>The running partition has returned.</summary>
    public static Context* EndCurrent(uint exitCode)
    {
        if (KernelConfiguration.HasTrace)
            Trace.Write(TraceKind.End, Dispatcher.Current, 0, exitCode);
        s_outcomes.End(Dispatcher.Current, exitCode);
        Silence(Dispatcher.Current);
        Leave(Dispatcher.Current);
        return Dispatcher.Resume();
    }

    /// <summary>
    /// The running partition has faulted and its record is begun: nothing reaches it any more, and what is left of its time is spent on
    /// the record.
    /// </summary>
    public static Context* StopCurrent()
    {
        Silence(Dispatcher.Current);
        return Dispatcher.Resume();
    }

    /// <summary>The same for a partition that may be waiting, or interrupted at any place.</summary>
    public static Context* Stop(int index)
    {
        Silence(index);
        Dispatcher.Wake(index, Partitions.At(index));
        return Dispatcher.Resume();
    }

    /// <summary>There is no context to go on with: does the processor idle, or is it the turn of a stopped partition's record?</summary>
    [RuntimeExport("nk_has_background")]
    private static uint HasBackground() => Dispatcher.Current == Scheduler.Idle ? 0u : 1;

    /// <summary>Writes a part of that record. The stub has let interrupts in before.</summary>
    [RuntimeExport("nk_background")]
    private static Context* Background()
    {
        var index = Dispatcher.Current;
        if (!FaultReport.WritePart(index))
        {
            s_outcomes.Fault(index);
            Leave(index);
        }

        return Dispatcher.Resume();
    }

    /// <summary>An exception in ring 3. The stub has seen that it was not in ring 0.</summary>
    [RuntimeExport("nk_exception")]
    private static Context* Exception()
    {
        if (FloatingPoint.AreShared && Partitions.At(Dispatcher.Current)->Context.Vector == ExceptionNames.DeviceNotAvailable
            && FloatingPoint.TryTake(Dispatcher.Current))
        {
            return &Partitions.At(Dispatcher.Current)->Context;
        }

        if (KernelConfiguration.HasExceptionHandlers && TryHandOver(Dispatcher.Current))
            return Dispatcher.Resume();
        FaultReport.BeginException(Dispatcher.Current);
        return StopCurrent();
    }

    /// <summary>Enters a partition that handles its own exceptions, unless this one comes from its handler.</summary>
    private static bool TryHandOver(int index)
    {
        var partition = Partitions.At(index);
        var control = partition->Control;
        if (partition->Information->ExceptionAddress == 0 || control->ExceptionFlag == 0)
            return false;
        if (KernelConfiguration.HasTrace)
            Trace.Write(TraceKind.Exception, index, partition->Context.Vector, partition->Context.Eip);
        control->ExceptionFlag = 0;
        control->ExceptionVector = partition->Context.Vector;
        control->ExceptionErrorCode = partition->Context.ErrorCode;
        control->ExceptionDataAddress = Processor.ReadPageFaultAddress();
        control->ExceptionInstruction = partition->Context.Eip;
        partition->Context.Eflags &= ~TrapFlag;
        partition->Context.Eip = partition->Information->ExceptionAddress;
        return true;
    }

    private static void Silence(int index)
    {
        if (KernelConfiguration.HasChannels)
            TellPeers(index);
        Pci.Abandon(index);
        Timers.Abandon(index);
        Interrupts.Abandon(index);
        if (KernelConfiguration.HasLocks)
            Locks.Abandon(index);
    }

    /// <summary>Those at the other side of its channels learn that nothing more comes from it, and that nobody takes what they send.</summary>
    private static void TellPeers(int index)
    {
        for (var peer = 0; peer < Partitions.Count; peer++)
        {
            Partitions.At(peer)->Information->StoppedPartitions |= 1u << index;
            if (((Partitions.Describe(index)->Peers >> peer) & 1) != 0)
                Dispatcher.Wake(peer, Partitions.At(peer));
        }
    }

    private static void Leave(int index)
    {
        Dispatcher.Block(index);
        if (s_outcomes.AllEnded)
            SystemEnd.End(s_outcomes.SystemExitCode);
    }
}
