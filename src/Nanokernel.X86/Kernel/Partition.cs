// What the kernel keeps of each partition.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>
/// A partition at run time. The first three words are those that <see cref="Processor.Activate"/> reads; the context ends the
/// structure, for the processor pushes down from its end.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 128)]
internal unsafe struct Partition
{
    /// <summary>TSS.ESP0 while this partition runs: the end of this structure.</summary>
    [FieldOffset(0)]
    public uint StackPointer0;

    /// <summary>CR3 while this partition runs.</summary>
    [FieldOffset(4)]
    public uint PageTablesRoot;

    /// <summary>The offset of its I/O permission bitmap in the TSS, or one beyond the limit where it owns no ports.</summary>
    [FieldOffset(8)]
    public uint IoMapBase;

    /// <summary><see cref="Waiting"/>: in <see cref="Hypercall.Wait"/>.</summary>
    public const uint WaitsForAnything = 1;

    /// <summary><see cref="Waiting"/>: in <see cref="Hypercall.AcquireLock"/>.</summary>
    public const uint WaitsForLock = 2;

    /// <summary>Its control page through the kernel's window.</summary>
    [FieldOffset(12)]
    public ControlPage* Control;

    /// <summary>Its information page through the kernel's window.</summary>
    [FieldOffset(16)]
    public InformationPage* Information;

    /// <summary>Not zero while it is blocked: what it waits for.</summary>
    [FieldOffset(20)]
    public uint Waiting;

    /// <summary>Not zero: something came for it since its last Wait.</summary>
    [FieldOffset(24)]
    public uint Woken;

    /// <summary>Not zero: it is stopped, and <see cref="Recovery"/> runs in its place.</summary>
    [FieldOffset(28)]
    public uint Recovers;

    /// <summary>When it ran last, a TSC value; see <see cref="ProcessorTime"/>.</summary>
    [FieldOffset(32)]
    public ulong StoppedAt;

    /// <summary>In a system with a trace: <see cref="Trace.HypercallWord"/>, for the hypercall gate.</summary>
    [FieldOffset(64)]
    public uint TraceWord;

    /// <summary>Its registers.</summary>
    [FieldOffset(128 - 60)]
    public Context Context;
}

/// <summary>The words of one row of <see cref="KernelConfiguration.Partitions"/>, written by KernelConfigurationWriter.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PartitionDescriptor
{
    /// <summary>The physical address of its page directory.</summary>
    public uint PageDirectory;

    /// <summary>The physical address of its page-directory-pointer table, which takes the directory's place under PAE.</summary>
    public uint ExtendedRoot;

    /// <summary>See <see cref="Partition.IoMapBase"/>.</summary>
    public uint IoMapBase;

    /// <summary>The physical address of its memory, which it sees at <see cref="VirtualMemoryMap.PartitionBase"/>.</summary>
    public uint MemoryAddress;

    /// <summary>The bytes of its memory.</summary>
    public uint MemoryBytes;

    /// <summary>The physical address of its control page.</summary>
    public uint ControlPage;

    /// <summary>The physical address of its information page.</summary>
    public uint InformationPage;

    /// <summary>One bit for each interrupt line that it owns.</summary>
    public uint Lines;

    /// <summary>The first of its entries in <see cref="KernelConfiguration.ChannelPeers"/>.</summary>
    public uint FirstEnd;

    /// <summary>The number of its channel ends.</summary>
    public uint EndCount;

    /// <summary>One bit for each partition at the other side of one of its channels.</summary>
    public uint Peers;

    /// <summary>The offset of its name in <see cref="KernelConfiguration.Names"/>.</summary>
    public uint NameOffset;

    /// <summary>The bytes of its name.</summary>
    public uint NameLength;
}

/// <summary>The partitions by index, and what the build says of them.</summary>
internal static unsafe class Partitions
{
    private static PartitionTable s_table;

    /// <summary>The number of partitions.</summary>
    public const int Count = KernelConfiguration.PartitionCount;

    /// <summary>A partition at run time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Partition* At(int index) => (Partition*)Unsafe.AsPointer(ref s_table) + index;

    /// <summary>A partition as the build described it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PartitionDescriptor* Describe(int index)
        => (PartitionDescriptor*)Constants.Words(KernelConfiguration.Partitions) + index;

    /// <summary>One bit for each partition at the other side of a channel end.</summary>
    public static uint ChannelPeers(uint end)
        => (Constants.Words(KernelConfiguration.ChannelPeers))[end];

    /// <summary>One more than the number of the lock at a channel end, or 0.</summary>
    public static uint LockOfEnd(uint end)
        => (Constants.Words(KernelConfiguration.EndLocks))[end];

    /// <summary>A partition's name, <see cref="PartitionDescriptor.NameLength"/> bytes.</summary>
    public static byte* NameOf(PartitionDescriptor* descriptor) => Constants.Bytes(KernelConfiguration.Names) + descriptor->NameOffset;

    /// <summary>Adds a partition's name to a line.</summary>
    public static void WriteName(int index, TextLine* line)
    {
        var descriptor = Describe(index);
        line->Write(NameOf(descriptor), descriptor->NameLength);
    }

    /// <summary>Makes every partition ready to be entered at its entry point.</summary>
    public static void Initialize()
    {
        for (var index = 0; index < Count; index++)
        {
            var partition = At(index);
            var descriptor = Describe(index);
            partition->StackPointer0 = (uint)(partition + 1);
            partition->PageTablesRoot = Processor.UsesExtendedPaging() ? descriptor->ExtendedRoot : descriptor->PageDirectory;
            partition->IoMapBase = descriptor->IoMapBase;
            partition->Control = (ControlPage*)PhysicalMemory.At(descriptor->ControlPage);
            partition->Information = (InformationPage*)PhysicalMemory.At(descriptor->InformationPage);
            partition->Information->Generation = 1;
            partition->Information->TscFrequency = Clock.Frequency;
            partition->Information->TscAtBoot = Clock.AtBoot;
            if (KernelConfiguration.HasTrace)
                partition->TraceWord = Trace.HypercallWord(index);
            Enter(index);
        }
    }

    /// <summary>Lets a partition begin at its entry point.</summary>
    public static void Enter(int index)
    {
        var partition = At(index);
        partition->Waiting = 0;
        partition->Woken = 0;
        Context.Enter(
            &partition->Context, partition->Information->EntryAddress, Selector.UserCode, partition->Information->StackTop, Selector.UserData,
            Context.InterruptFlag);
    }
}

/// <summary>The memory of <see cref="Partitions"/>.</summary>
[InlineArray(KernelConfiguration.PartitionCount)]
internal struct PartitionTable
{
    private Partition _first;
}

/// <summary>Selectors of the GDT, as DescriptorTables builds it.</summary>
internal static class Selector
{
    /// <summary>Ring 3 code.</summary>
    public const uint UserCode = 0x1B;

    /// <summary>Ring 3 data and stack.</summary>
    public const uint UserData = 0x23;

    /// <summary>Ring 1 code.</summary>
    public const uint RecoveryCode = 0x39;

    /// <summary>Ring 1 stack.</summary>
    public const uint RecoveryData = 0x41;
}
