using System.Collections.Generic;
using Nanokernel.Abi;

namespace Nanokernel.Kernel.Simulation;

/// <summary>The kernel's own sources, from boot on, with events in the place of hardware and partitions.</summary>
internal static unsafe class SimulatedKernel
{
    private const int UpcallMaximum = 64;

    // What follows the hypercall instruction, and the instruction itself.
    private const uint ReturnAddress = 0x2002;
    private const uint HypercallAddress = 0x2000;

    private static int[] s_owners = [];

    /// <summary>What was delivered since the last event: the partition in the upper half, its pending interrupts in the lower.</summary>
    public static List<ulong> Upcalls { get; } = new(UpcallMaximum);

    /// <summary>Whether the latest event entered the kernel: a masked line does not.</summary>
    public static bool WasEntered { get; private set; }

    /// <summary>The partition that runs, or a negative number.</summary>
    public static int Running => Dispatcher.Current;

    /// <summary>What the latest hypercall of a partition returned.</summary>
    public static int Result(int partition) => (int)Partitions.At(partition)->Context.Eax;

    /// <summary>Whether the running partition makes its latest hypercall again, because its wait for a lock was interrupted.</summary>
    public static bool AsksAgain => Running >= 0 && Partitions.At(Running)->Context.Eip == HypercallAddress;

    /// <summary>The arguments of the running partition's latest <see cref="EventKind.AcquireLock"/>.</summary>
    public static (uint Number, ulong Deadline) Asked
    {
        get
        {
            var context = &Partitions.At(Running)->Context;
            return (context->Ebx, ((ulong)context->Edx << 32) | context->Ecx);
        }
    }

    /// <summary>When shares began to count.</summary>
    public static ulong Started { get; private set; }

    /// <summary>Boots.</summary>
    public static void Start(Setup setup)
    {
        Upcalls.Clear();
        s_owners = setup.Owners;
        setup.Apply();
        SystemEnd.HasEnded = false;
        Interrupts.TryInitialize();
        Clock.TryInitialize();
        Timers.TryInitialize();
        Interrupts.WatchRates();
        Partitions.Initialize();
        Lifecycle.Initialize();
        Dispatcher.Initialize();
        Started = Processor.Now;
        Dispatcher.Resume();
    }

    /// <summary>Lets every owner attach its lines, without a hypercall.</summary>
    public static void AttachLines()
    {
        for (var line = 0u; line < s_owners.Length; line++)
        {
            if (s_owners[line] >= 0)
                Interrupts.TrySetMask(s_owners[line], line, masked: false);
        }
    }

    /// <summary>Lets something happen, and everything that follows at once from it.</summary>
    public static void Apply(in KernelEvent happened)
    {
        Upcalls.Clear();
        WasEntered = happened.Kind is not (EventKind.Pass or EventKind.Line or EventKind.Flag);
        Processor.Now = happened.Time;
        Enter(happened);
        TakeUpcall();
        for (var line = InterruptController.Acknowledge(); line >= 0; line = InterruptController.Acknowledge())
        {
            EnterLine((uint)line);
            TakeUpcall();
        }
    }

    /// <summary>Lets happen what has entered the kernel of another run, at the times that it read.</summary>
    public static void Replay(in KernelEvent happened)
    {
        Upcalls.Clear();
        if (happened.Kind == EventKind.Line)
            EnterLine(happened.Number);
        else
            Enter(happened);
        TakeUpcall();
    }

    private static void Enter(in KernelEvent happened)
    {
        var low = (uint)happened.Deadline;
        var high = (uint)(happened.Deadline >> 32);
        switch (happened.Kind)
        {
            case EventKind.Pass:
                break;
            case EventKind.Timer:
                EventTimer.Due = EventTimer.Never;
                KernelEntries.Timer();
                break;
            case EventKind.Line:
                InterruptController.Raise((int)happened.Number);
                break;
            case EventKind.Flag:
                Partitions.At(Running)->Control->VirtualInterruptFlag = happened.Number;
                if (happened.Number != 0 && Partitions.At(Running)->Control->PendingInterrupts != 0)
                    Deliver(Running);
                break;
            case EventKind.Yield:
                KernelEntries.Yield();
                break;
            case EventKind.Wait:
                KernelEntries.Wait(low, high);
                break;
            case EventKind.SetTimer:
                KernelEntries.SetTimer(low, high);
                break;
            case EventKind.Notify:
                KernelEntries.Notify(happened.Number, uint.MaxValue);
                break;
            case EventKind.Unmask:
                if (happened.Serves)
                    InterruptController.Lower((int)happened.Number);
                KernelEntries.Unmask(happened.Number);
                break;
            case EventKind.Mask:
                KernelEntries.Mask(happened.Number);
                break;
            case EventKind.AcquireLock:
                var context = &Partitions.At(Running)->Context;
                (context->Eip, context->Ebx, context->Ecx, context->Edx) = (ReturnAddress, happened.Number, low, high);
                KernelEntries.AcquireLock(low, high);
                break;
            case EventKind.ReleaseLock:
                KernelEntries.ReleaseLock(happened.Number);
                break;
            case EventKind.Exit:
                KernelEntries.Exit(0);
                break;
            default:
                KernelEntries.Other();
                break;
        }
    }

    /// <summary>A line interrupts.</summary>
    public static void EnterLine(uint line)
    {
        WasEntered = true;
        if ((KernelConfiguration.LevelLines & (1u << (int)line)) != 0)
            KernelEntries.Level(line, s_owners[line]);
        else
            KernelEntries.Edge(line, s_owners[line]);
    }

    /// <summary>The partition that goes on enters its upcall, if the kernel has sent it there, and returns from it.</summary>
    public static void TakeUpcall()
    {
        if (Running < 0)
            return;
        var partition = Partitions.At(Running);
        if (partition->Context.Eip != Partitions.UpcallAddress)
            return;
        partition->Context.Eip = partition->Control->InterruptedAddress;
        Deliver(Running);
    }

    private static void Deliver(int index)
    {
        var control = Partitions.At(index)->Control;
        Upcalls.Add(((ulong)(uint)index << 32) | control->PendingInterrupts);
        control->PendingInterrupts = 0;
        control->VirtualInterruptFlag = 1;
    }
}
