// Where the kernel sees memory: its own through a window, a partition's through the partition's own address space.
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>
/// The window shows physical memory from 0 to <see cref="KernelConfiguration.KernelWindowEnd"/>, the same in all address spaces: the
/// kernel, the tables, the pages that it shares with partitions, and the queues. The memory of a partition can be larger than any window
/// and is in its own address space only; who reads it here has that one in force.
/// </summary>
internal static unsafe class PhysicalMemory
{
    /// <summary>Where the window shows a physical address.</summary>
    public static void* At(uint physicalAddress) => (void*)(VirtualMemoryMap.KernelBase + physicalAddress);

    /// <summary>
    /// Memory that a partition names, to be read while its address space is in force, or null where not all of it is of one part of the
    /// partition's memory: there is a page at each of the addresses. What the kernel reads there may change or make no sense; the kernel's
    /// own safety never hangs on it.
    /// </summary>
    /// <param name="index">The partition.</param>
    /// <param name="address">The first byte, as the partition sees it.</param>
    /// <param name="bytes">How many.</param>
    public static byte* OfPartition(int index, uint address, uint bytes)
    {
        var end = EndOfPart(index, address);
        return end != 0 && bytes <= end - address ? (byte*)address : null;
    }

    /// <summary>The end of the part of a partition's memory (image, heap or stack) that holds an address; 0 where none does.</summary>
    public static uint EndOfPart(int index, uint address)
    {
        var information = Partitions.At(index)->Information;
        if (address < VirtualMemoryMap.PartitionBase || address >= information->StackTop)
            return 0;
        if (address >= information->StackBottom)
            return information->StackTop;

        // Pages are left out in front of the stack, and in front of the heap.
        if (address >= information->HeapStart)
            return address < information->HeapEnd ? information->HeapEnd : 0;
        return address < information->ImageEnd ? information->ImageEnd : 0;
    }
}
