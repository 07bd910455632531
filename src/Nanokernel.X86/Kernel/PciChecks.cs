// Whether the PCI functions that were found are what the system says, and nobody else's.
using System.Runtime.InteropServices;
using Nanokernel.Abi;
using Nanokernel.Policy;

namespace Nanokernel.Kernel;

/// <summary>What the build checks for devices with fixed addresses and lines has to be checked at boot for those that the firmware places.</summary>
internal static unsafe class PciChecks
{
    private const uint PageMask = VirtualMemoryMap.PageSize - 1;

    /// <summary>Compares a function's BARs with those declared, and their places with everything else that has one.</summary>
    public static bool CheckBars(int index, MultibootInformation* information)
    {
        var declared = Pci.Declared(index);
        var function = Pci.At(index)->Function;
        if (PciBus.IsBridge(function))
            return PciRefusal.Refuse(index, " is a bridge, which only the kernel drives"u8);

        for (var number = declared->FirstBar; number < declared->FirstBar + declared->BarCount; number++)
        {
            var bar = Pci.DeclaredBar(number);
            PciBarRange range;
            range.Next = 0;
            var isThere = PciBus.MoveNext(function, &range);
            while (isThere && range.Index < bar->Index)
                isThere = PciBus.MoveNext(function, &range);
            if (!isThere || range.Index != bar->Index)
                return PciRefusal.RefuseBar(index, bar, " is not there"u8);
            if (range.IsPorts != (bar->Kind == PciBarRecord.Ports) || range.Size != bar->Size)
                return PciRefusal.RefuseBarSize(index, bar, &range);
            if (range.First == 0 || range.IsBeyond)
                return PciRefusal.RefuseBar(index, bar, " has no address below 4 GiB: the firmware has not placed it"u8);
            if (range.IsPorts ? !CheckPorts(index, bar, &range) : !CheckMemory(index, bar, &range, information))
                return false;
        }

        return true;
    }

    /// <summary>Takes the line of a function for its owner, if it can be his alone.</summary>
    public static bool CheckLine(int index)
    {
        var owner = Pci.Declared(index)->Owner;
        var state = Pci.At(index);
        var line = PciConfiguration.Read(state->Function, PciConfiguration.InterruptLine, 1);
        if (!AsksOn(state->Function, ~KernelConfiguration.EdgeOnlyLines & 0xFFFF))
            return PciRefusal.RefuseLine(index, line, ", which is none that PCI can use"u8);

        state->Line = line;
        if (((KernelConfiguration.OwnedLines >> (int)line) & 1) != 0)
        {
            if (!InterruptLines.Owns(Partitions.Describe(owner)->Lines, line))
                return PciRefusal.RefuseLine(index, line, ", which the system gives to another partition by its number"u8);
            return ((KernelConfiguration.LevelLines >> (int)line) & 1) != 0
                || PciRefusal.RefuseLine(index, line, ", which the system declares edge-triggered"u8);
        }

        if (Interrupts.FoundOwner(line) != owner && Interrupts.FoundOwner(line) >= 0)
            return PciRefusal.RefuseLine(index, line, ", which two partitions would share"u8);
        Interrupts.Take(line, owner, (InterruptLimit*)Constants.Words(KernelConfiguration.PciInterruptLimits) + index);
        return true;
    }

    /// <summary>Whether a function has an interrupt pin that is wired to one of some lines.</summary>
    public static bool AsksOn(uint function, uint lines)
        => PciConfiguration.Read(function, PciConfiguration.InterruptLine + 1, 1) != 0
            && InterruptLines.Owns(lines, PciConfiguration.Read(function, PciConfiguration.InterruptLine, 1));

    private static bool CheckPorts(int index, PciBarDeclaration* bar, PciBarRange* range)
    {
        var owner = Pci.Declared(index)->Owner;
        if (range->First > 0xFFFF)
            return PciRefusal.RefuseBarPlace(index, bar, range, ", which are no ports of this processor"u8);
        for (var i = 0; i < KernelConfiguration.KernelPortsCount; i++)
        {
            var ports = (PciPortRange*)Constants.Words(KernelConfiguration.KernelPorts) + i;
            if (range->Overlaps(ports->First, ports->Last))
                return PciRefusal.RefuseBarPlace(index, bar, range, ", which are the kernel's"u8);
        }

        for (var port = range->First; port < range->First + range->Size; port++)
        {
            if (PortRights.DeclaredOwnerOf(port) is var other && other >= 0 && other != owner)
                return PciRefusal.RefuseBarPlace(index, bar, range, ", which the system gives to another partition by their numbers"u8);
        }

        return CheckNeighbours(index, bar, range, range->First, range->First + range->Size - 1);
    }

    private static bool CheckMemory(int index, PciBarDeclaration* bar, PciBarRange* range, MultibootInformation* information)
    {
        var first = range->First & ~PageMask;
        var last = (range->First + range->Size - 1) | PageMask;
        if (Boot.HasMemory(information, first, last))
            return PciRefusal.RefuseBarPlace(index, bar, range, ", where there is RAM"u8);
        if (IsIn(KernelConfiguration.LocalApicAddress) || IsIn(KernelConfiguration.IoApicAddress) || IsIn(KernelConfiguration.HpetAddress))
            return PciRefusal.RefuseBarPlace(index, bar, range, ", where a device of the kernel is"u8);
        for (var i = 0; i < KernelConfiguration.DeviceWindowCount; i++)
        {
            var window = (PciDeviceWindow*)Constants.Words(KernelConfiguration.DeviceWindows) + i;
            if (window->Partition != Pci.Declared(index)->Owner && window->First <= last && first <= window->Last)
                return PciRefusal.RefuseBarPlace(index, bar, range, ", which the system gives to another partition by its address"u8);
        }

        return CheckNeighbours(index, bar, range, first, last);

        bool IsIn(uint address) => address >= first && address <= last;
    }

    /// <summary>Looks for BARs of other functions in a range, memory by pages; those of the same owner may be there.</summary>
    private static bool CheckNeighbours(int index, PciBarDeclaration* bar, PciBarRange* range, uint first, uint last)
    {
        var space = range->IsPorts ? PciConfigurationRights.IoSpace : PciConfigurationRights.MemorySpace;
        var function = PciBus.Start;
        while (PciBus.MoveNext(ref function))
        {
            var other = Pci.IndexOf(function);
            var isHis = other >= 0 && Pci.Declared(other)->Owner == Pci.Declared(index)->Owner;
            if (isHis || (PciConfiguration.Read(function, PciConfiguration.Command) & space) == 0)
                continue;
            PciBarRange neighbour;
            neighbour.Next = 0;
            while (PciBus.MoveNext(function, &neighbour))
            {
                if (neighbour.IsPorts == range->IsPorts && neighbour.First != 0 && !neighbour.IsBeyond && neighbour.Overlaps(first, last))
                    return PciRefusal.RefuseNeighbour(index, bar, function, &neighbour);
            }
        }

        return true;
    }
}

/// <summary>A row of <see cref="KernelConfiguration.KernelPorts"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PciPortRange
{
    /// <summary>The first port.</summary>
    public uint First;

    /// <summary>The last port.</summary>
    public uint Last;
}

/// <summary>A row of <see cref="KernelConfiguration.DeviceWindows"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PciDeviceWindow
{
    /// <summary>The partition that owns the memory.</summary>
    public int Partition;

    /// <summary>The first physical address of its pages.</summary>
    public uint First;

    /// <summary>The last one.</summary>
    public uint Last;
}
