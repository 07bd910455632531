// The PCI functions of the system: found at boot, handed to their owners.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Nanokernel.Abi;
using Nanokernel.Policy;

namespace Nanokernel.Kernel;

/// <summary>
/// At boot no function of the machine masters the bus any more. Those that the system declares are looked for and compared with what it
/// says of them; then their owners get ports, memory and lines. Which function is whose does not change while the system runs.
/// </summary>
internal static unsafe class Pci
{
    private const int Count = KernelConfiguration.PciFunctionCount;

    private static PciStateTable s_states;

    /// <summary>Stops all bus masters, and finds the system's functions.</summary>
    /// <param name="information">What the loader says of the machine's memory.</param>
    /// <returns>Whether they are as the system declares them; otherwise the machine is refused, and the reason written.</returns>
    public static bool TryInitialize(MultibootInformation* information)
    {
        if (!PciConfiguration.IsPresent())
            return Count == 0 || Boot.Refuse("it has no PCI (configuration mechanism 1)"u8);
        var function = PciBus.Start;
        while (PciBus.MoveNext(ref function))
            PciBus.Command(function, set: 0, clear: PciConfigurationRights.BusMaster);
        if (Count == 0)
            return true;

        for (var index = 0; index < Count; index++)
        {
            if (!TryFind(index))
                return false;
        }

        for (var index = 0; index < Count; index++)
        {
            if (!PciChecks.CheckBars(index, information))
                return false;
        }

        return !KernelConfiguration.HasPciInterrupts || TryTakeLines();
    }

    /// <summary>Gives the functions to their owners, whose port rights and pages are there by now.</summary>
    public static void HandOver()
    {
        for (var index = 0; index < Count; index++)
            HandOver(index);
    }

    /// <summary>Silences the functions of a partition that is gone.</summary>
    public static void Abandon(int owner)
    {
        if (Count == 0)
            return;
        var functions = OwnedBy(owner);
        for (var index = functions->First; index < functions->First + functions->Count; index++)
        {
            PciBus.Command(
                At((int)index)->Function, set: PciConfigurationRights.InterruptDisable, clear: PciConfigurationRights.BusMaster);
        }
    }

    /// <summary>Gives the functions to a partition that starts anew.</summary>
    public static void Return(int owner)
    {
        if (Count == 0)
            return;
        var functions = OwnedBy(owner);
        for (var index = functions->First; index < functions->First + functions->Count; index++)
            SwitchOn((int)index);
    }

    /// <summary>A function as the build declared it.</summary>
    public static PciDeclaration* Declared(int index) => (PciDeclaration*)Constants.Words(KernelConfiguration.PciFunctions) + index;

    /// <summary>A function at run time.</summary>
    public static PciState* At(int index) => (PciState*)Unsafe.AsPointer(ref s_states) + index;

    /// <summary>The functions of a partition.</summary>
    public static PciOwner* OwnedBy(int partition) => (PciOwner*)Constants.Words(KernelConfiguration.PciOwners) + partition;

    /// <summary>A declared BAR.</summary>
    public static PciBarDeclaration* DeclaredBar(uint number)
        => (PciBarDeclaration*)Constants.Words(KernelConfiguration.PciBars) + number;

    /// <summary>The declaration that means a function, or -1.</summary>
    public static int IndexOf(uint function)
    {
        for (var index = 0; index < Count; index++)
        {
            if (At(index)->Function == function)
                return index;
        }

        return -1;
    }

    /// <summary>The partition that owns a port by a BAR, or -1.</summary>
    public static int OwnerOfPort(uint port)
    {
        for (var index = 0; index < Count; index++)
        {
            var declared = Declared(index);
            for (var number = declared->FirstBar; number < declared->FirstBar + declared->BarCount; number++)
            {
                var bar = DeclaredBar(number);
                if (bar->Kind == PciBarRecord.Ports && port - FirstOf(index, bar) < bar->Size)
                    return declared->Owner;
            }
        }

        return -1;
    }

    private static bool TryFind(int index)
    {
        var declared = Declared(index);
        var state = At(index);
        state->Function = 0;
        var fitting = 0u;
        var function = PciBus.Start;
        while (PciBus.MoveNext(ref function))
        {
            if (!declared->Pattern.Matches(
                    PciConfiguration.Read(function, PciConfiguration.Identification),
                    PciConfiguration.Read(function, PciConfiguration.ClassAndRevision),
                    PciBus.LocationOf(function)))
                continue;
            if (declared->Instance == PciDeclaration.OnlyInstance && fitting == 1)
                return PciRefusal.RefuseAmbiguous(index, function);
            if (declared->Instance == PciDeclaration.OnlyInstance || declared->Instance == fitting)
                state->Function = function;
            fitting++;
        }

        if (state->Function == 0)
            return PciRefusal.Refuse(index, " is not there"u8);
        for (var other = 0; other < index; other++)
        {
            if (At(other)->Function == state->Function)
                return PciRefusal.RefuseSame(index, other);
        }

        return true;
    }

    private static bool TryTakeLines()
    {
        for (var index = 0; index < Count; index++)
        {
            if (Declared(index)->UsesInterrupt && !PciChecks.CheckLine(index))
                return false;
        }

        // What shares one of these lines and belongs to nobody would ask on it for ever.
        var function = PciBus.Start;
        while (PciBus.MoveNext(ref function))
        {
            var index = IndexOf(function);
            if (PciChecks.AsksOn(function, Interrupts.FoundLines) && (index < 0 || !Declared(index)->UsesInterrupt))
                PciBus.Command(function, set: PciConfigurationRights.InterruptDisable, clear: 0);
        }

        return InterruptController.TryOpenLevel(Interrupts.FoundLines, Interrupts.LevelLines);
    }

    private static void HandOver(int index)
    {
        var declared = Declared(index);
        var state = At(index);
        state->Rights = new PciConfigurationRights(declared->UsesInterrupt, declared->IsBusMaster);
        ProtectCapabilities(state);

        var record = RecordOf(index);
        record->Location = PciBus.LocationOf(state->Function);
        record->Identification = PciConfiguration.Read(state->Function, PciConfiguration.Identification);
        record->ClassAndRevision = PciConfiguration.Read(state->Function, PciConfiguration.ClassAndRevision);
        record->InterruptLine = state->Line;

        for (var number = declared->FirstBar; number < declared->FirstBar + declared->BarCount; number++)
        {
            var bar = DeclaredBar(number);
            var first = FirstOf(index, bar);
            var barRecord = (PciBarRecord*)&record->Bars + bar->Index;
            if (bar->Kind == PciBarRecord.Ports)
            {
                state->Spaces |= PciConfigurationRights.IoSpace;
                barRecord->Address = first;
                PortRights.Give(declared->Owner, first, first + bar->Size - 1);
            }
            else
            {
                state->Spaces |= PciConfigurationRights.MemorySpace;
                barRecord->Address = bar->VirtualAddress + (first & (VirtualMemoryMap.PageSize - 1));
                DeviceMapping.Map(declared->Owner, bar->VirtualAddress, first, bar->Size);
            }
        }

        SwitchOn(index);
        if (declared->IsBusMaster)
            PciBus.OpenBridgesTo(state->Function);
    }

    /// <summary>Bus mastering is the owner's to switch on, once it has reset what the firmware, or the owner before, may have left running.</summary>
    private static void SwitchOn(int index)
    {
        var usesInterrupt = Declared(index)->UsesInterrupt;
        PciBus.Command(
            At(index)->Function,
            usesInterrupt ? At(index)->Spaces : At(index)->Spaces | PciConfigurationRights.InterruptDisable,
            clear: usesInterrupt ? PciConfigurationRights.InterruptDisable : 0);
    }

    /// <summary>The capabilities are a list (6.7), of which no pointer is believed.</summary>
    private static void ProtectCapabilities(PciState* state)
    {
        const uint capabilitiesList = 1u << (16 + 4);       // the status register's bit 4
        const int maximum = (int)((PciConfigurationRights.SpaceBytes - PciConfigurationRights.HeaderBytes) / 4);

        if ((PciConfiguration.Read(state->Function, PciConfiguration.Command) & capabilitiesList) == 0)
            return;
        var offset = PciConfiguration.Read(state->Function, PciConfiguration.Capabilities, 1) & ~3u;
        for (var i = 0; i < maximum && offset >= PciConfigurationRights.HeaderBytes; i++)
        {
            var capability = PciConfiguration.Read(state->Function, offset);
            state->Rights.Protect(offset, PciConfigurationRights.ProtectedBytes(capability & 0xFF));
            offset = (capability >> 8) & 0xFC;
        }
    }

    /// <summary>The first address or port of a BAR.</summary>
    private static uint FirstOf(int index, PciBarDeclaration* bar)
        => PciBaseAddress.AddressOf(PciConfiguration.Read(At(index)->Function, PciConfiguration.FirstBar + (bar->Index * 4)));

    private static PciFunctionRecord* RecordOf(int index)
    {
        var owner = Declared(index)->Owner;
        var records = (PciFunctionRecord*)((byte*)Partitions.At(owner)->Information + InformationPage.PciFunctionsOffset);
        return records + (index - (int)OwnedBy(owner)->First);
    }
}

/// <summary>A row of <see cref="KernelConfiguration.PciFunctions"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PciDeclaration
{
    /// <summary>The value of <see cref="Instance"/> where only one function may fit.</summary>
    public const uint OnlyInstance = uint.MaxValue;

    private const uint InterruptFlag = 1;
    private const uint BusMasterFlag = 2;

    /// <summary>Which function it is ...</summary>
    public PciPattern Pattern;

    /// <summary>... of those that fit.</summary>
    public uint Instance;

    /// <summary>The partition that owns it.</summary>
    public int Owner;

    /// <summary>Whether it interrupts, and whether it may master the bus.</summary>
    public uint Flags;

    /// <summary>What it is called, in <see cref="KernelConfiguration.PciTexts"/>.</summary>
    public uint TextOffset;

    public uint TextLength;

    /// <summary>Its rows in <see cref="KernelConfiguration.PciBars"/>.</summary>
    public uint FirstBar;

    public uint BarCount;

    /// <summary>Whether it interrupts.</summary>
    public readonly bool UsesInterrupt => (Flags & InterruptFlag) != 0;

    /// <summary>Whether it may master the bus.</summary>
    public readonly bool IsBusMaster => (Flags & BusMasterFlag) != 0;
}

/// <summary>A row of <see cref="KernelConfiguration.PciBars"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PciBarDeclaration
{
    /// <summary>Which.</summary>
    public uint Index;

    /// <summary>As in <see cref="PciBarRecord.Kind"/>.</summary>
    public uint Kind;

    /// <summary>The bytes or ports.</summary>
    public uint Size;

    /// <summary>The page where its owner sees it.</summary>
    public uint VirtualAddress;
}

/// <summary>A row of <see cref="KernelConfiguration.PciOwners"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PciOwner
{
    /// <summary>The first function of a partition.</summary>
    public uint First;

    /// <summary>How many it has.</summary>
    public uint Count;
}

/// <summary>A function at run time.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PciState
{
    /// <summary>The address of its configuration space.</summary>
    public uint Function;

    /// <summary>Its interrupt line, or 0.</summary>
    public uint Line;

    /// <summary>The kinds of its BARs, as bits of the command register.</summary>
    public uint Spaces;

    /// <summary>What its owner may write there.</summary>
    public PciConfigurationRights Rights;
}

/// <summary>The memory of <see cref="Pci"/>.</summary>
[InlineArray(KernelConfiguration.PciFunctionCount > 0 ? KernelConfiguration.PciFunctionCount : 1)]
internal struct PciStateTable
{
    private PciState _first;
}
