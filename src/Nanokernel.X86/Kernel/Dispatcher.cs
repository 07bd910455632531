// Who runs next, and the way back to ring 3.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Nanokernel.Abi;
using Nanokernel.Policy;

namespace Nanokernel.Kernel;

/// <summary>
/// Every event ends in <see cref="Resume"/>: it picks the partition, switches the processor to it if another was active, and enters its
/// upcall if something waits for it. The stubs load the registers of the context that it returns.
/// </summary>
internal static unsafe class Dispatcher
{
    private static Scheduler s_scheduler;
    private static PartitionWords s_turns;
    private static int s_current;
    private static int s_active;

    /// <summary>The partition that called, was interrupted, or is about to run.</summary>
    public static int Current => s_current;

    /// <summary>Makes every partition ready.</summary>
    public static void Initialize()
    {
        s_scheduler = default;
        for (var index = 0; index < Partitions.Count; index++)
        {
            s_scheduler.MakeReady(index);
            Turns[index] = 0;
        }

        s_active = Scheduler.Idle;
        s_current = Scheduler.Idle;
        if (KernelConfiguration.HasLocks)
            Locks.Initialize();
        ProcessorTime.Initialize();
        if (KernelConfiguration.HasShares)
            Shares.Initialize();
    }

    /// <summary>Whether another partition of the same priority can run, or with locks: whether it may be that one runs in its place.</summary>
    public static bool HasReadyEquals(int index)
        => KernelConfiguration.HasLocks
            ? (Equals[Locks.Place] & (s_scheduler.Ready | Locks.Waiting) & ~Shares.Held & ~(1u << Locks.Place)) != 0
            : (Equals[index] & s_scheduler.Ready & ~Shares.Held & ~(1u << index)) != 0;

    /// <summary>Lets a partition run if it waits; otherwise its next Wait will return at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Wake(int index, Partition* partition)
    {
        if (partition->Waiting == 0)
        {
            partition->Woken = 1;
            return;
        }

        if (KernelConfiguration.HasLocks && partition->Waiting == Partition.WaitsForLock)
        {
            Locks.Interrupt(index, partition);
            return;
        }

        partition->Waiting = 0;
        Timers.ForgetWait(index);
        s_scheduler.MakeReady(index);
    }

    /// <summary>Gives a partition the processor back.</summary>
    public static void MakeReady(int index) => s_scheduler.MakeReady(index);

    /// <summary>Takes the processor away from a partition.</summary>
    public static void Block(int index) => s_scheduler.Block(index);

    /// <summary>The running partition passes its turn to its equals; in the place of another, to that one's.</summary>
    public static void Yield(int index)
    {
        if (KernelConfiguration.HasEqualPriorities)
            Scheduler.Yield(KernelConfiguration.HasLocks ? Locks.Place : index, Equals, Turns);
    }

    /// <summary>The context to go on with, or null where there is none: the processor idles.</summary>
    public static Context* Resume()
    {
        int next;
        if (KernelConfiguration.HasShares)
        {
            Shares.Charge(s_current);
            next = KernelConfiguration.HasLocks ? NextWithLocks() : s_scheduler.Next(Shares.Held, Equals, Turns);
            Shares.Watch(next);
        }
        else
        {
            next = KernelConfiguration.HasLocks ? NextWithLocks()
                : KernelConfiguration.HasEqualPriorities ? s_scheduler.Next(Equals, Turns) : s_scheduler.Next();
        }

        var previous = s_current;
        s_current = next;
        if (KernelConfiguration.HasTrace && next != previous)
            Trace.Write(TraceKind.Switch, next, 0, 0);

        // Idling keeps the address space of the last partition: the kernel's half is the same in all.
        if (next == Scheduler.Idle)
        {
            if (previous != Scheduler.Idle)
                ProcessorTime.Stop(previous);
            return null;
        }

        var partition = Partitions.At(next);
        if (next != previous)
            ProcessorTime.Start(previous, partition);
        if (next != s_active)
        {
            s_active = next;
            FloatingPoint.SwitchTo(next);
            Processor.Activate(partition);
        }

        var control = partition->Control;
        if (control->PendingInterrupts != 0 && control->VirtualInterruptFlag != 0
            && (!KernelConfiguration.HasPollingPartitions || partition->Information->UpcallAddress != 0))
        {
            control->VirtualInterruptFlag = 0;
            control->UpcallCount++;
            control->InterruptedAddress = partition->Context.Eip;
            partition->Context.Eip = partition->Information->UpcallAddress;
            if (KernelConfiguration.HasTrace)
                Trace.Write(TraceKind.Upcall, next, 0, control->PendingInterrupts);
        }

        return &partition->Context;
    }

    /// <summary>While nobody waits for a lock, everybody runs in its own place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int NextWithLocks()
    {
        if (Locks.Waiting != 0)
            return NextInPlaces();
        return Locks.Place = KernelConfiguration.HasShares ? s_scheduler.Next(Shares.Held, Equals, Turns)
            : KernelConfiguration.HasEqualPriorities ? s_scheduler.Next(Equals, Turns) : s_scheduler.Next();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int NextInPlaces() => s_scheduler.Next(Locks.Table, Shares.Held, Equals, Turns, out Locks.Place);

    /// <summary>For each partition, the mask of the partitions of its priority.</summary>
    public static uint* Equals
        => Constants.Words(KernelConfiguration.EqualPartitions);

    private static uint* Turns => (uint*)Unsafe.AsPointer(ref s_turns);
}

/// <summary>A word for each partition.</summary>
[InlineArray(KernelConfiguration.PartitionCount)]
internal struct PartitionWords
{
    private uint _first;
}
