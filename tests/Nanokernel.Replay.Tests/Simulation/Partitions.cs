// Partitions without memory.
using System.Runtime.CompilerServices;
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>What the kernel keeps of each partition; pointers have the size that they have here.</summary>
internal unsafe struct Partition
{
    public const uint WaitsForAnything = 1;
    public const uint WaitsForLock = 2;

    public ControlPage* Control;
    public InformationPage* Information;
    public ulong StoppedAt;
    public uint Waiting;
    public uint Woken;
    public uint Recovers;
    public Context Context;
}

/// <summary>Selectors that no context here has.</summary>
internal static class Selector
{
    public const uint RecoveryCode = 0x39;
}

/// <summary>What the build says of a partition, as far as decisions hang on it.</summary>
internal struct PartitionDescriptor
{
    public uint Lines;
    public uint FirstEnd;
    public uint EndCount;
    public uint Peers;
}

/// <summary>The partitions by index.</summary>
internal static unsafe class Partitions
{
    public const int Count = KernelConfiguration.PartitionCount;

    /// <summary>Where every upcall enters.</summary>
    public const uint UpcallAddress = 0x1000;

    private static PartitionTable s_table;
    private static DescriptorTable s_descriptors;
    private static ControlPages s_controls;
    private static InformationPages s_information;

    public static Partition* At(int index) => (Partition*)Unsafe.AsPointer(ref s_table) + index;

    public static PartitionDescriptor* Describe(int index) => (PartitionDescriptor*)Unsafe.AsPointer(ref s_descriptors) + index;

    public static uint ChannelPeers(uint end) => KernelConfiguration.ChannelPeers[(int)end];

    public static void Initialize()
    {
        for (var index = 0; index < Count; index++)
        {
            var partition = At(index);
            *partition = default;
            partition->Control = (ControlPage*)Unsafe.AsPointer(ref s_controls) + index;
            partition->Information = (InformationPage*)Unsafe.AsPointer(ref s_information) + index;
            *partition->Control = default;
            partition->Control->VirtualInterruptFlag = 1;
            partition->Information->UpcallAddress = UpcallAddress;
        }
    }

    public static void Enter(int index)
    {
    }

    public static uint LockOfEnd(uint end) => KernelConfiguration.EndLocks[(int)end];

    [InlineArray(Count)]
    private struct PartitionTable
    {
        private Partition _first;
    }

    [InlineArray(Count)]
    private struct DescriptorTable
    {
        private PartitionDescriptor _first;
    }

    [InlineArray(Count)]
    private struct ControlPages
    {
        private ControlPage _first;
    }

    [InlineArray(Count)]
    private struct InformationPages
    {
        private InformationPage _first;
    }
}

/// <summary>No address that a partition gives is its own.</summary>
internal static unsafe class PhysicalMemory
{
    public static byte* OfPartition(int index, uint address, uint bytes) => null;
}
