// From the boot stub to the first partition.
using System;
using System.Runtime;
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>
/// The boot stub has checked the processor, turned paging on and loaded the descriptor tables. What is left: does the machine have the
/// memory, then every device and table, then the most urgent partition.
/// </summary>
internal static unsafe class Boot
{
    /// <summary>The kernel's C# entry.</summary>
    /// <param name="magic">EAX as the loader left it.</param>
    /// <param name="information">EBX as the loader left it: the physical address of the boot information.</param>
    /// <returns>The first context.</returns>
    [RuntimeExport("nk_boot")]
    private static Context* Start(uint magic, uint information)
    {
        if (!CheckMachine(magic, information) || !Interrupts.TryInitialize()
            || !Pci.TryInitialize((MultibootInformation*)PhysicalMemory.At(information)) || !Clock.TryInitialize() || !Timers.TryInitialize())
        {
            SystemEnd.Refuse();
            return null;
        }

        if (KernelConfiguration.HasTrace)
            Trace.Initialize();
        if (KernelConfiguration.PersistentPoolCount != 0)
            PersistentPools.Initialize();
        Interrupts.WatchRates();
        FloatingPoint.Initialize();
        PortRights.Initialize();
        Partitions.Initialize();
        Pci.HandOver();
        Lifecycle.Initialize();
        Dispatcher.Initialize();
        if (KernelConfiguration.HasWatches)
            Faults.Initialize();
        if (KernelConfiguration.HasRestarts)
            ImageChecksum.Initialize();
        for (var index = 0; KernelConfiguration.HasHeartbeats && index < Partitions.Count; index++)
            Timers.StartHeartbeat(index);
        return Dispatcher.Resume();
    }

    /// <summary>Writes why the machine cannot run the system, and leaves the line open for more.</summary>
    /// <returns>False.</returns>
    public static bool Refuse(ReadOnlySpan<byte> reason)
    {
        DebugConsole.Line->Write("nanokernel: system '"u8);
        DebugConsole.Line->Write(KernelConfiguration.SystemName);
        DebugConsole.Line->Write("' cannot run on this machine: "u8);
        DebugConsole.Line->Write(reason);
        return false;
    }

    /// <summary>The same for a device that is not where the build has mapped it.</summary>
    /// <returns>False.</returns>
    public static bool RefuseAddress(ReadOnlySpan<byte> device, uint found, uint expected)
    {
        Refuse(device);
        DebugConsole.Line->Write(" is at "u8);
        DebugConsole.Line->WriteWord(found);
        DebugConsole.Line->Write(", and the system was built for a machine that has it at "u8);
        DebugConsole.Line->WriteWord(expected);
        return false;
    }

    /// <summary>Whether a range has an address of the firmware's first MiB, of the system's memory, or of other memory.</summary>
    public static bool HasMemory(MultibootInformation* information, uint first, uint last)
    {
        if (first < VirtualMemoryMap.KernelPhysicalBase || first < KernelConfiguration.MemoryEnd)
            return true;
        if ((information->Flags & MultibootInformation.HasMemoryMap) == 0 || !IsMapped(information->MemoryMapAddress, information->MemoryMapLength))
            return first < EndOfMemory(information);

        var map = (byte*)PhysicalMemory.At(information->MemoryMapAddress);
        var length = information->MemoryMapLength;
        for (var offset = 0u; offset < length && length - offset >= (uint)sizeof(MultibootMemoryRange);)
        {
            var range = (MultibootMemoryRange*)(map + offset);
            if (range->Type == MultibootMemoryRange.Available && range->Address <= last && range->Address + range->Length > first)
                return true;
            offset += range->Size + 4;
        }

        return false;
    }

    private static bool CheckMachine(uint magic, uint information)
    {
        if (magic != MultibootInformation.LoaderMagic || !IsMapped(information, (uint)sizeof(MultibootInformation)))
            return Refuse("the loader is not a Multiboot loader"u8);

        var end = EndOfMemory((MultibootInformation*)PhysicalMemory.At(information));
        if (end >= KernelConfiguration.MemoryEnd)
            return true;
        Refuse("it has "u8);
        DebugConsole.Line->WriteDecimal(end >> 10);
        DebugConsole.Line->Write(" KiB of memory without a hole, and the system needs "u8);
        DebugConsole.Line->WriteDecimal(KernelConfiguration.MemoryEnd >> 10);
        DebugConsole.Line->Write(" KiB: "u8);
        DebugConsole.Line->WriteDecimal((KernelConfiguration.MemoryEnd - end) >> 10);
        DebugConsole.Line->Write(" KiB are missing"u8);
        return false;
    }

    /// <summary>The first address from 1 MiB on that is not usable memory.</summary>
    private static uint EndOfMemory(MultibootInformation* information)
    {
        var end = VirtualMemoryMap.KernelPhysicalBase;
        if ((information->Flags & MultibootInformation.HasMemoryMap) != 0
            && IsMapped(information->MemoryMapAddress, information->MemoryMapLength))
        {
            uint reached;
            do
            {
                reached = end;
                end = Extend(end, (byte*)PhysicalMemory.At(information->MemoryMapAddress), information->MemoryMapLength);
            }
            while (end != reached);
        }
        else if ((information->Flags & MultibootInformation.HasMemory) != 0)
        {
            end += information->UpperMemory < 0x3F_FC00 ? information->UpperMemory << 10 : 0xFFF0_0000 - end;
        }

        return end;
    }

    /// <summary>Goes to the end of an available range that holds an address.</summary>
    private static uint Extend(uint address, byte* map, uint length)
    {
        var offset = 0u;
        while (length - offset >= (uint)sizeof(MultibootMemoryRange) && offset < length)
        {
            var range = (MultibootMemoryRange*)(map + offset);
            var rangeEnd = range->Address + range->Length;
            if (range->Type == MultibootMemoryRange.Available && range->Address <= address && rangeEnd > address)
                return rangeEnd > 0xFFFF_F000 ? 0xFFFF_F000 : (uint)rangeEnd;
            offset += range->Size + 4;
        }

        return address;
    }

    /// <summary>Whether the kernel's window shows a range.</summary>
    private static bool IsMapped(uint address, uint bytes)
        => address < KernelConfiguration.KernelWindowEnd && bytes <= KernelConfiguration.KernelWindowEnd - address;
}
