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
    private static RecoveryTable s_places;

    /// <summary>Lets the recovery of a partition run from now on instead of the partition. Its record is begun.</summary>
    /// <param name="index">The partition.</param>
    /// <param name="request">What it said itself, or null.</param>
    public static void Start(int index, PanicRequest* request)
    {
        var partition = Partitions.At(index);
        var place = Of(index);
        place->Request = request;
        partition->Recovers = 1;
        partition->Control->VirtualInterruptFlag = 0;
        Context.Enter(
            &partition->Context, EntryAddress(), Selector.RecoveryCode, (uint)(place + 1), Selector.RecoveryData, Context.InterruptFlag | Context.Ring1Privilege);
    }

    [RuntimeExport("nk_recover")]
    private static void Run()
    {
        var index = Dispatcher.Current;
        FaultReport.Write(index, Of(index)->Request, &Of(index)->Line);
    }

    /// <summary>Where ring 1 is entered: a call of <see cref="Run"/>, then the interrupt of its end.</summary>
    [RuntimeImport("nk_recovery_entry_address")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern uint EntryAddress();

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
