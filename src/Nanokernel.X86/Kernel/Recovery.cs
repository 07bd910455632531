// What runs in the place of a stopped partition.
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>
/// What is left to do for a stopped partition takes long, so it is done in the partition's place: at its priority, from its budget, in its
/// address space, and with interrupts on. It runs in ring 1, which sees what the kernel sees (SDM vol. 3A, 4.6: ring 0 to 2 are supervisor
/// mode) and which an interrupt leaves as it leaves ring 3: by TSS.ESP0, with all registers in the partition's <see cref="Partition.Context"/>.
/// So nothing in the kernel knows of it but this file. What it shares with the kernel's entries it changes with interrupts held.
/// </summary>
internal static unsafe class Recovery
{
    /// <summary>The action is to be found by the recovery itself.</summary>
    public const uint Undecided = uint.MaxValue;

    private static RecoveryTable s_places;

    /// <summary>Lets the recovery of a partition run from now on instead of the partition, to write its record and then to do what the action is.</summary>
    /// <param name="index">The partition.</param>
    /// <param name="action"><see cref="FaultActionKind"/>, from <see cref="FaultActionKind.Stop"/> on.</param>
    /// <param name="hasRecord">Whether a record is begun.</param>
    /// <param name="request">What the partition said itself, or null.</param>
    public static void Start(int index, uint action, bool hasRecord, PanicRequest* request)
    {
        var partition = Partitions.At(index);
        var place = Of(index);
        place->Action = action;
        place->HasRecord = hasRecord;
        place->Request = request;
        place->IsRestored = false;
        place->IsPaused = false;
        partition->Recovers = 1;
        Enter(index);
        Dispatcher.MakeReady(index);
    }

    /// <summary>Lets ring 1 run from now on in a partition's place.</summary>
    public static void Enter(int index)
    {
        Partitions.At(index)->Control->VirtualInterruptFlag = 0;
        Context.Continue(
            &Partitions.At(index)->Context, EntryAddress(), Selector.RecoveryCode, (uint)(Of(index) + 1), Selector.RecoveryData,
            Context.InterruptFlag | Context.Ring1Privilege);
    }

    /// <summary>What the running recovery has made ready runs now, if it is more urgent.</summary>
    public static void LetOthersRun(int index)
    {
        Of(index)->IsPaused = true;
        Pause();
    }

    /// <summary>Whether a recovery that has entered the kernel goes on once others have run.</summary>
    public static bool TakePause(int index)
    {
        var isPaused = Of(index)->IsPaused;
        Of(index)->IsPaused = false;
        return isPaused;
    }

    /// <summary>Something else is to be done in the end.</summary>
    public static void Change(int index, uint action)
    {
        Of(index)->Action = action;
        Of(index)->IsRestored = false;
    }

    /// <summary>What is done in the end.</summary>
    public static uint ActionOf(int index) => Of(index)->Action;

    /// <summary>Whether a recovery that has come to its end has done what its action needs.</summary>
    public static bool IsDone(int index) => !KernelConfiguration.HasRestarts || !Faults.IsRestart(Of(index)->Action) || Of(index)->IsRestored;

    /// <summary>The recovery goes through its parts again, but for the record.</summary>
    public static void Repeat(int index) => Start(index, Of(index)->Action, hasRecord: false, request: null);

    [RuntimeExport("nk_recover")]
    private static void Run()
    {
        var index = Dispatcher.Current;
        var place = Of(index);
        if (KernelConfiguration.HasReplaceableImages && Partitions.At(index)->Recovers == 0)
        {
            Replacement.Check();
            return;
        }

        if (place->Action == Undecided)
            Lifecycle.Settle(index);
        if (place->HasRecord)
            FaultReport.Write(index, place->Request, &place->Line);
        if (!KernelConfiguration.HasRestarts || !Faults.IsRestart(place->Action))
            return;

        var action = place->Action;
        var image = Images.Of(index);
        var isRestored = Restoration.TryRestore(index, action == FaultActionKind.RestartCold, &place->Line);
        var flags = Processor.HoldInterrupts();
        if (place->Action == action && Images.Of(index) == image)
        {
            place->IsRestored = isRestored;
            if (!isRestored && !(KernelConfiguration.HasReplaceableImages && Images.TryFallBack(index)))
                place->Action = Faults.PolicyOf(index)->Then;
        }

        Processor.RestoreInterrupts(flags);
    }

    /// <summary>Where ring 1 is entered: a call of <see cref="Run"/>, then the interrupt of its end.</summary>
    [RuntimeImport("nk_recovery_entry_address")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern uint EntryAddress();

    /// <summary>The interrupt of the end, and a return.</summary>
    [RuntimeImport("nk_pause_recovery")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void Pause();

    private static RecoveryPlace* Of(int index) => (RecoveryPlace*)Unsafe.AsPointer(ref s_places) + index;

    [InlineArray(KernelConfiguration.PartitionCount)]
    private struct RecoveryTable
    {
        private RecoveryPlace _first;
    }

    /// <summary>The memory of one recovery; the stack grows down from its end.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct RecoveryPlace
    {
        public uint Action;
        public bool HasRecord;
        public bool IsRestored;
        public bool IsPaused;
        public PanicRequest* Request;
        public TextLine Line;
        public RecoveryStack Stack;
    }

    [InlineArray(1024)]
    private struct RecoveryStack
    {
        private byte _first;
    }
}
