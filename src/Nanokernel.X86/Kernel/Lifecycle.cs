// The end of partitions, and with the last of them that of the system.
using System.Runtime;
using Nanokernel.Abi;
using Nanokernel.Policy;

namespace Nanokernel.Kernel;

/// <summary>Takes a partition out of everything that could still reach it.</summary>
internal static unsafe class Lifecycle
{
    private const int NotEnding = -1;

    // EFLAGS.TF (SDM vol. 1, 3.4.3.3): the handler itself is not to be stepped through.
    private const uint TrapFlag = 1u << 8;

    private static PartitionOutcomes s_outcomes;
    private static int s_exitCode;

    /// <summary>All partitions live.</summary>
    public static void Initialize()
    {
        s_outcomes = new PartitionOutcomes(Partitions.Count);
        s_exitCode = NotEnding;
    }

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

    /// <summary>A partition, running, waiting or interrupted at any place, has a fault: nothing reaches it any more, and it is recovered.</summary>
    /// <param name="index">The partition.</param>
    /// <param name="kind"><see cref="FaultKind"/>.</param>
    /// <param name="detail"><see cref="FaultRecord.Detail"/>.</param>
    /// <param name="request">What it said itself, or null.</param>
    public static Context* Fault(int index, uint kind, uint detail, PanicRequest* request = null)
    {
        FaultRecords.Begin(index, kind, detail, FaultActionKind.Stop);
        Silence(index);
        Dispatcher.Wake(index, Partitions.At(index));
        Recovery.Start(index, request);
        return Dispatcher.Resume();
    }

    /// <summary>The recovery of the running partition has come to its end.</summary>
    [RuntimeExport("nk_recovered")]
    private static Context* Recovered()
    {
        var index = Dispatcher.Current;
        Partitions.At(index)->Recovers = 0;
        s_outcomes.Fault(index);
        Leave(index);
        return Dispatcher.Resume();
    }

    /// <summary>The system ends, once those that are being recovered are.</summary>
    public static Context* EndSystem(int exitCode)
    {
        s_exitCode = exitCode;
        for (var index = 0; index < Partitions.Count; index++)
        {
            if (Partitions.At(index)->Recovers != 0)
                continue;
            Silence(index);
            Dispatcher.Block(index);
        }

        EndIfNobodyRecovers();
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

        var context = &Partitions.At(Dispatcher.Current)->Context;
        if (context->Cs == Selector.RecoveryCode)
            KernelPanic.Report(context, (uint*)context->Esp);
        var isStackOverflow = context->Vector == ExceptionNames.PageFault
            && FaultCause.IsStackGuard(Partitions.At(Dispatcher.Current)->Information, Processor.ReadPageFaultAddress());
        return Fault(Dispatcher.Current, isStackOverflow ? FaultKind.StackOverflow : FaultKind.ProcessorException, context->Vector);
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
        if (s_exitCode != NotEnding)
            EndIfNobodyRecovers();
        else if (s_outcomes.AllEnded)
            SystemEnd.End(s_outcomes.SystemExitCode);
    }

    private static void EndIfNobodyRecovers()
    {
        for (var index = 0; index < Partitions.Count; index++)
        {
            if (Partitions.At(index)->Recovers != 0)
                return;
        }

        SystemEnd.End(s_exitCode);
    }
}
