// The end of partitions, and with the last of them that of the system.
using System.Numerics;
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
        if (KernelConfiguration.HasReplaceableImages && Images.IsOnTrial(Dispatcher.Current))
        {
            Report(Dispatcher.Current, FaultKind.MissedHeartbeat, 0);
            return Dispatcher.Resume();
        }

        if (KernelConfiguration.HasTrace)
            Trace.Write(TraceKind.End, Dispatcher.Current, 0, exitCode);
        s_outcomes.End(Dispatcher.Current, exitCode);
        var log = Faults.LogOf(Dispatcher.Current);
        if (log != null)
            log->ExitCode = exitCode;
        Silence(Dispatcher.Current);
        TellPeers(Dispatcher.Current);
        Faults.Tell(Dispatcher.Current, PartitionState.Ended);
        Leave(Dispatcher.Current);
        return Dispatcher.Resume();
    }

    /// <summary>
    /// The running partition has a fault that it cannot go on after. The facts are written down; everything else is done in its recovery,
    /// which goes on at once, in pieces between which others may come: see <see cref="Settle"/>.
    /// </summary>
    /// <param name="kind"><see cref="FaultKind"/>.</param>
    /// <param name="detail"><see cref="FaultRecord.Detail"/>.</param>
    /// <param name="request">What it said itself, or null.</param>
    public static Context* Fault(uint kind, uint detail, PanicRequest* request = null)
    {
        var index = Dispatcher.Current;
        Begin(index, kind, detail, FaultActionKind.Stop);
        Recovery.Start(index, Recovery.Undecided, hasRecord: true, request);
        return Dispatcher.Resume();
    }

    /// <summary>Decides what is done about the fault that a recovery has begun with, takes everything from the partition, and tells who is to know.</summary>
    public static void Settle(int index)
    {
        var flags = Processor.HoldInterrupts();
        var record = FaultRecords.Latest(index);
        var action = Faults.ActionFor(index, record->Kind);
        record->Action = action < FaultActionKind.Stop ? FaultActionKind.Stop : action;
        if (Recovery.ActionOf(index) == Recovery.Undecided)
            Recovery.Change(index, record->Action);
        Processor.RestoreInterrupts(flags);

        flags = Processor.HoldInterrupts();
        Silence(index);
        Processor.RestoreInterrupts(flags);

        flags = Processor.HoldInterrupts();
        if (!Faults.IsRestart(Recovery.ActionOf(index)))
            TellPeers(index);
        Processor.RestoreInterrupts(flags);

        flags = Processor.HoldInterrupts();
        Faults.Tell(index, PartitionState.Recovering);
        Processor.RestoreInterrupts(flags);
        Recovery.LetOthersRun(index);
    }

    /// <summary>
    /// A partition, running, waiting or interrupted at any place, has a fault. Its watchers are told; and unless it may go on, nothing reaches
    /// it any more, and it is recovered.
    /// </summary>
    /// <param name="index">The partition.</param>
    /// <param name="kind"><see cref="FaultKind"/>.</param>
    /// <param name="detail"><see cref="FaultRecord.Detail"/>.</param>
    public static void Report(int index, uint kind, uint detail)
    {
        if (Partitions.At(index)->Recovers == 0)
            Report(index, kind, detail, Faults.ActionFor(index, kind));
    }

    /// <summary>A watcher has asked for something.</summary>
    /// <param name="index">The partition.</param>
    /// <param name="action">What is to become of it.</param>
    public static void Command(int index, uint action)
    {
        if (Partitions.At(index)->Recovers != 0)
            Recovery.Change(index, action);
        else if (s_outcomes.IsAlive(index))
            Report(index, FaultKind.Commanded, 0, action);
        else if (Faults.IsRestart(action))
            Recovery.Start(index, action, hasRecord: false, request: null);
    }

    private static void Report(int index, uint kind, uint detail, uint action)
    {
        if (action == FaultActionKind.Ignore)
            return;
        if (KernelConfiguration.HasReplaceableImages && action != FaultActionKind.Notify)
            Replacement.Abandon(index);
        var record = Begin(index, kind, detail, action);
        if (action == FaultActionKind.Notify)
        {
            record->IsComplete = 1;
            Faults.Tell(index, PartitionState.Running);
            return;
        }

        Silence(index);
        if (!Faults.IsRestart(action))
            TellPeers(index);
        Dispatcher.Wake(index, Partitions.At(index));
        Recovery.Start(index, action, hasRecord: true, request: null);
        Faults.Tell(index, PartitionState.Recovering);
    }

    private static FaultRecord* Begin(int index, uint kind, uint detail, uint action)
    {
        if (KernelConfiguration.HasTrace)
            Trace.Write(TraceKind.Fault, index, kind | ((detail & 0xFF) << 8), Partitions.At(index)->Context.Eip);
        return FaultRecords.Begin(index, kind, detail, action);
    }

    /// <summary>The recovery of the running partition has come to its end.</summary>
    [RuntimeExport("nk_recovered")]
    private static Context* Recovered()
    {
        var index = Dispatcher.Current;
        if (KernelConfiguration.HasReplaceableImages && Partitions.At(index)->Recovers == 0)
            return Replacement.Finish();
        if (Recovery.TakePause(index))
            return Dispatcher.Resume();
        if (!Recovery.IsDone(index))
        {
            Recovery.Repeat(index);
            return Dispatcher.Resume();
        }

        Partitions.At(index)->Recovers = 0;
        var action = Recovery.ActionOf(index);
        if (KernelConfiguration.HasRestarts && Faults.IsRestart(action) && s_exitCode == NotEnding)
        {
            Restart(index);
            return Dispatcher.Resume();
        }

        s_outcomes.Fault(index);
        TellPeers(index);
        Faults.Tell(index, PartitionState.Stopped);
        if (action == FaultActionKind.Halt)
            return EndSystem(PartitionOutcomes.FaultExitCode);
        Leave(index);
        return Dispatcher.Resume();
    }

    /// <summary>A restored partition is as it was at boot, and its peers learn that it is there again.</summary>
    private static void Restart(int index)
    {
        s_outcomes.Revive(index);
        FloatingPoint.Forget(index);
        Pci.Return(index);
        Interrupts.Restart(index);
        if (KernelConfiguration.HasTrace)
            Trace.Write(TraceKind.Restart, index, 0, Partitions.At(index)->Information->Generation);
        if (KernelConfiguration.HasReplaceableImages && Images.IsReplaceable(index))
            Images.Describe(index);
        Partitions.At(index)->Information->Generation++;
        Partitions.Enter(index);
        var log = Faults.LogOf(index);
        if (log != null)
            log->Restarts++;
        Faults.Tell(index, PartitionState.Running);
        if (KernelConfiguration.HasHeartbeats)
            Timers.StartHeartbeat(index);
        TellPeersOfRestart(index);
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

    /// <summary>An exception in ring 3, or in ring 1, which is the kernel's. The stub has seen that it was not in ring 0.</summary>
    [RuntimeExport("nk_exception")]
    private static Context* Exception()
    {
        var context = &Partitions.At(Dispatcher.Current)->Context;
        if (context->Cs == Selector.RecoveryCode)
            KernelPanic.Report(context, (uint*)context->Esp);
        if (FloatingPoint.AreShared && context->Vector == ExceptionNames.DeviceNotAvailable && FloatingPoint.TryTake(Dispatcher.Current))
            return context;
        if (KernelConfiguration.HasExceptionHandlers && TryHandOver(Dispatcher.Current))
            return Dispatcher.Resume();

        var isStackOverflow = context->Vector == ExceptionNames.PageFault
            && FaultCause.IsStackGuard(Partitions.At(Dispatcher.Current)->Information, Processor.ReadPageFaultAddress());
        return Fault(isStackOverflow ? FaultKind.StackOverflow : FaultKind.ProcessorException, context->Vector);
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
        Pci.Abandon(index);
        Timers.Abandon(index);
        Interrupts.Abandon(index);
        if (KernelConfiguration.HasLocks)
            Locks.Abandon(index);
    }

    /// <summary>Those at the other side of its channels learn that nothing more comes from it, and that nobody takes what they send.</summary>
    private static void TellPeers(int index)
    {
        if (!KernelConfiguration.HasChannels)
            return;
        for (var rest = Partitions.Describe(index)->Peers; rest != 0; rest &= rest - 1)
        {
            var peer = BitOperations.TrailingZeroCount(rest);
            Partitions.At(peer)->Information->StoppedPartitions |= 1u << index;
            Dispatcher.Wake(peer, Partitions.At(peer));
        }
    }

    /// <summary>They learn that it has started anew.</summary>
    private static void TellPeersOfRestart(int index)
    {
        if (!KernelConfiguration.HasChannels)
            return;
        for (var rest = Partitions.Describe(index)->Peers; rest != 0; rest &= rest - 1)
        {
            var peer = BitOperations.TrailingZeroCount(rest);
            var information = Partitions.At(peer)->Information;
            information->StoppedPartitions &= ~(1u << index);
            ((ushort*)((byte*)information + InformationPage.RestartsOffset))[index]++;
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
