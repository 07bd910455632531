using System;
using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>
/// A PCI function that the partition owns: the memory and ports of its BARs, its interrupt line, its configuration space. The kernel has
/// found it at boot; what the system declares of it is there.
/// </summary>
public readonly unsafe struct PciFunction
{
    private readonly PciFunctionRecord* _record;

    private PciFunction(PciFunctionRecord* record) => _record = record;

    private static PciFunctionRecord* First => (PciFunctionRecord*)(VirtualMemoryMap.InformationPage + InformationPage.PciFunctionsOffset);

    /// <summary>Finds a function by the name that the system gives it.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">The partition owns no function of this name.</exception>
    public static PciFunction Find(string name)
    {
        if (name is null)
            throw new ArgumentNullException(nameof(name));
        for (var record = First; record < First + PartitionPages.Information->PciFunctionCount; record++)
        {
            if (IsNamed(record, name))
                return new PciFunction(record);
        }

        throw new ArgumentException("The partition owns no PCI function of this name.");
    }

    /// <summary>The vendor ID.</summary>
    public ushort VendorId => (ushort)_record->Identification;

    /// <summary>The device ID.</summary>
    public ushort DeviceId => (ushort)(_record->Identification >> 16);

    /// <summary>The base class, such as 2 for a network controller.</summary>
    public byte BaseClass => (byte)(_record->ClassAndRevision >> 24);

    /// <summary>The sub-class.</summary>
    public byte SubClass => (byte)(_record->ClassAndRevision >> 16);

    /// <summary>The programming interface.</summary>
    public byte ProgrammingInterface => (byte)(_record->ClassAndRevision >> 8);

    /// <summary>The revision.</summary>
    public byte Revision => (byte)_record->ClassAndRevision;

    /// <summary>The number of its bus.</summary>
    public int Bus => (int)(_record->Location >> 16) & 0xFF;

    /// <summary>The number of its device on the bus.</summary>
    public int Device => (int)(_record->Location >> 11) & 31;

    /// <summary>Its own number in the device.</summary>
    public int Function => (int)(_record->Location >> 8) & 7;

    /// <summary>
    /// The interrupt line, for <see cref="Interrupts.Attach"/>. It is level-triggered: a handler ends with <see cref="Interrupts.Complete"/>,
    /// and serves every function of the partition that is on the same line.
    /// </summary>
    /// <exception cref="InvalidOperationException">The system does not declare <c>UsesInterrupt</c>.</exception>
    public InterruptLine InterruptLine => _record->InterruptLine != 0
        ? (InterruptLine)_record->InterruptLine
        : throw new InvalidOperationException("The system does not declare that this PCI function uses its interrupt.");

    /// <summary>The configuration space.</summary>
    public PciConfiguration Configuration => new((uint)(_record - First));

    /// <summary>The memory of a BAR.</summary>
    /// <param name="bar">Its index.</param>
    /// <exception cref="ArgumentException">The system declares no BAR for memory with this index.</exception>
    public DeviceMemory GetMemory(int bar)
    {
        var record = BarAt(bar, PciBarRecord.Memory);
        return DeviceMemory.OfBar(record->Address, record->Size);
    }

    /// <summary>The first port of a BAR, for <see cref="IoPort"/>.</summary>
    /// <param name="bar">Its index.</param>
    /// <exception cref="ArgumentException">The system declares no BAR for ports with this index.</exception>
    public ushort GetPort(int bar) => (ushort)BarAt(bar, PciBarRecord.Ports)->Address;

    /// <summary>
    /// Lets the function read and write memory by itself. It does not until this is called, so that it can be reset before: the firmware
    /// may have left it at work.
    /// </summary>
    /// <exception cref="InvalidOperationException">The system does not declare <c>IsBusMaster</c>. It ends the partition.</exception>
    public void EnableBusMaster() => Configuration.SetCommand(PciConfiguration.BusMaster, isSet: true);

    /// <summary>Stops the function from reading and writing memory by itself.</summary>
    public void DisableBusMaster() => Configuration.SetCommand(PciConfiguration.BusMaster, isSet: false);

    private PciBarRecord* BarAt(int index, uint kind)
    {
        if ((uint)index >= PciFunctionRecord.BarCount)
            throw new ArgumentOutOfRangeException(nameof(index));
        var bar = (PciBarRecord*)&_record->Bars + index;
        return bar->Kind == kind ? bar : throw new ArgumentException("The system declares no such BAR of this PCI function.");
    }

    private static bool IsNamed(PciFunctionRecord* record, string name)
    {
        var text = (byte*)&record->Name;
        if (name.Length >= PciFunctionRecord.NameBytes || text[name.Length] != 0)
            return false;
        for (var i = 0; i < name.Length; i++)
        {
            if (text[i] != name[i])
                return false;
        }

        return true;
    }
}
