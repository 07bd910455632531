// What a partition can ask of the kernel.
using System.Numerics;
using System.Runtime;
using Nanokernel.Abi;
using Nanokernel.Policy;

namespace Nanokernel.Kernel;

/// <summary>
/// One method for each number of <see cref="Hypercall"/>, called by the stub's table with ECX and EDX of the caller. Every argument is
/// anything: what is an address is only ever used through <see cref="PhysicalMemory.OfPartition"/>.
/// </summary>
internal static unsafe class Hypercalls
{
    [RuntimeExport("nk_serve_yield")]
    private static Context* Yield()
    {
        Dispatcher.Yield(Dispatcher.Current);
        return Return(0);
    }

    [RuntimeExport("nk_serve_wait")]
    private static Context* Wait(uint low, uint high)
    {
        var index = Dispatcher.Current;
        var partition = Partitions.At(index);
        partition->Context.Eax = 0;
        if (partition->Woken != 0)
        {
            partition->Woken = 0;
            return Dispatcher.Resume();
        }

        var deadline = ((ulong)high << 32) | low;
        if (deadline != TimerQueue.Never)
        {
            // The caller waits for the last moment by its own clock.
            if (deadline <= Clock.Now + Clock.WakeLead)
                return Return(1);
            Timers.SetWait(index, deadline - Clock.WakeLead);
        }

        partition->Waiting = Partition.WaitsForAnything;
        Dispatcher.Block(index);
        return Dispatcher.Resume();
    }

    [RuntimeExport("nk_serve_set_timer")]
    private static Context* SetTimer(uint low, uint high)
    {
        Timers.SetTimer(Dispatcher.Current, ((ulong)high << 32) | low);
        return Return(0);
    }

    [RuntimeExport("nk_serve_notify")]
    private static Context* Notify(uint end, uint peers)
    {
        var descriptor = Partitions.Describe(Dispatcher.Current);
        if (!KernelConfiguration.HasChannels || end >= descriptor->EndCount)
            return Return(HypercallStatus.InvalidArgument);
        for (peers &= Partitions.ChannelPeers(descriptor->FirstEnd + end); peers != 0; peers &= peers - 1)
        {
            var peer = BitOperations.TrailingZeroCount(peers);
            if (KernelConfiguration.HasTrace)
                Trace.Write(TraceKind.Notification, Dispatcher.Current, end, (uint)peer);
            Dispatcher.Wake(peer, Partitions.At(peer));
        }

        return Return(0);
    }

    [RuntimeExport("nk_serve_unmask_interrupt")]
    private static Context* UnmaskInterrupt(uint line) => SetMask(line, masked: false);

    [RuntimeExport("nk_serve_mask_interrupt")]
    private static Context* MaskInterrupt(uint line) => SetMask(line, masked: true);

    [RuntimeExport("nk_serve_write_console")]
    private static Context* WriteConsole(uint address, uint bytes)
    {
        var index = Dispatcher.Current;
        if (bytes > Hypercall.ConsoleWriteMaximum)
            bytes = Hypercall.ConsoleWriteMaximum;
        var text = PhysicalMemory.OfPartition(index, address, bytes);
        if (text == null)
            return Return(HypercallStatus.InvalidArgument);
        return Return((int)DebugConsole.WriteFor(index, text, bytes));
    }

    [RuntimeExport("nk_serve_panic")]
    private static Context* Panic(uint address)
    {
        var index = Dispatcher.Current;
        var request = (PanicRequest*)PhysicalMemory.OfPartition(index, address, (uint)sizeof(PanicRequest));
        var reason = request == null ? 0 : request->Reason;
        var kind = reason == PanicReason.UnhandledException ? FaultKind.UnhandledException
            : reason == PanicReason.HeapExhausted ? FaultKind.HeapExhausted
            : FaultKind.FailFast;
        return Lifecycle.Fault(kind, reason, request);
    }

    [RuntimeExport("nk_serve_exit")]
    private static Context* Exit(uint exitCode) => Lifecycle.EndCurrent(exitCode);

    [RuntimeExport("nk_serve_end_system")]
    private static Context* EndSystem(uint exitCode)
    {
        if (((KernelConfiguration.EndSystemPartitions >> Dispatcher.Current) & 1) == 0)
            return Return(HypercallStatus.NotPermitted);
        if (exitCode > PartitionOutcomes.ExitCodeMaximum)
            return Return(HypercallStatus.InvalidArgument);
        return Lifecycle.EndSystem((int)exitCode);
    }

    [RuntimeExport("nk_serve_get_idle_time")]
    private static Context* GetIdleTime()
    {
        var idle = ProcessorTime.Idle;
        Partitions.At(Dispatcher.Current)->Context.Edx = (uint)(idle >> 32);
        return Return((int)(uint)idle);
    }

    [RuntimeExport("nk_serve_unknown")]
    private static Context* Unknown() => Return(HypercallStatus.UnknownHypercall);

    private static Context* SetMask(uint line, bool masked)
        => Return(Interrupts.TrySetMask(Dispatcher.Current, line, masked) ? 0 : HypercallStatus.NotPermitted);

    /// <summary>Answers the caller.</summary>
    public static Context* Return(int result)
    {
        var context = &Partitions.At(Dispatcher.Current)->Context;
        if (KernelConfiguration.HasHypercallFaults && result < 0 && result != HypercallStatus.Deadlock)
        {
            Lifecycle.Report(Dispatcher.Current, FaultKind.IllegalHypercall, context->Eax);
            if (Partitions.At(Dispatcher.Current)->Recovers != 0)
                return Dispatcher.Resume();
        }

        context->Eax = (uint)result;
        return Dispatcher.Resume();
    }
}
