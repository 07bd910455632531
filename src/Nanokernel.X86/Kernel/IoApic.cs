// The controller that the devices' lines end at, where the system uses the APIC.
using System.Runtime.CompilerServices;
using System.Threading;
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>Intel 82093AA: names of registers and bits are those of its data sheet.</summary>
internal static unsafe class IoApic
{
    private const uint Select = 0x00;
    private const uint Window = 0x10;
    private const uint Version = 0x01;
    private const uint RedirectionTable = 0x10;

    private const uint ActiveLow = 1u << 13;
    private const uint LevelTriggered = 1u << 15;
    private const uint Masked = 1u << 16;

    private static ApicDescription s_description;
    private static EntryTable s_entries;

    private static ApicDescription* Description => (ApicDescription*)Unsafe.AsPointer(ref s_description);

    /// <summary>
    /// Sends every owned line, and the 8254's where that is the timer, to this processor. Level-triggered lines are masked until their
    /// owners want them. The others are open: the I/O APIC forgets the edge of a masked input, so they are masked only once an edge has
    /// come that is to be kept.
    /// </summary>
    public static bool TryInitialize()
    {
        var table = Firmware.Find(AcpiTables.ApicTable, out var bytes);
        if (table == null)
            return Boot.Refuse("its firmware has no sound ACPI table of its APICs (MADT)"u8);
        AcpiTables.ReadApics(table, bytes, Description);
        if (Description->IoApicAddress == AcpiTables.None)
            return Boot.Refuse("its firmware names no I/O APIC for the interrupt lines"u8);
        if (Description->IoApicAddress != KernelConfiguration.IoApicAddress)
            return Boot.RefuseAddress("the I/O APIC"u8, Description->IoApicAddress, KernelConfiguration.IoApicAddress);

        var inputs = InputCount();
        for (var input = 0u; input < inputs; input++)
            WriteEntry(input, Masked, high: 0);
        for (var line = 0u; line < ApicDescription.LineCount; line++)
        {
            if (((KernelConfiguration.OwnedLines >> (int)line) & 1) == 0)
                continue;
            if (!TryOpenLine(line, isLevel: ((KernelConfiguration.LevelLines >> (int)line) & 1) != 0))
                return false;
        }

        if (KernelConfiguration.Timer == TimerKind.Intel8254)
            Open(InterruptController.TimerLine, InterruptController.ApicTimerVector);
        return true;
    }

    /// <summary>Sends level-triggered lines, which were found later, to this processor, masked.</summary>
    public static bool TryOpenLevel(uint lines)
    {
        for (var line = 0u; line < ApicDescription.LineCount; line++)
        {
            if (((lines >> (int)line) & 1) != 0 && !TryOpenLine(line, isLevel: true))
                return false;
        }

        return true;
    }

    /// <summary>Masks or unmasks a line.</summary>
    public static void SetMask(uint line, bool masked)
        => Write(
            RedirectionTable + (2 * (*Description->Input(line) & ApicDescription.InputMask)),
            *Entry(line) | (masked ? Masked : 0));

    /// <summary>Sends an input that is no line's to the timer's vector.</summary>
    /// <param name="candidates">One bit for each input that will do.</param>
    /// <param name="input">The one that was taken.</param>
    /// <returns>Whether one of them is free.</returns>
    public static bool TryOpenForTimer(uint candidates, out uint input)
    {
        var owned = Interrupts.OwnedLines;
        for (var line = 0u; line < ApicDescription.LineCount; line++)
        {
            var used = *Description->Input(line) & ApicDescription.InputMask;
            if (((owned >> (int)line) & 1) != 0 && used < 32)
                candidates &= ~(1u << (int)used);
        }

        var inputs = InputCount();
        for (input = 0; input < 32 && input < inputs; input++)
        {
            if (((candidates >> (int)input) & 1) == 0)
                continue;
            WriteEntry(input, InterruptController.ApicTimerVector, LocalApic.Id << 24);
            return true;
        }

        return false;
    }

    private static bool TryOpenLine(uint line, bool isLevel)
    {
        if ((*Description->Input(line) & ApicDescription.InputMask) >= InputCount())
            return Boot.Refuse("the I/O APIC has no input for an interrupt line of the system"u8);
        Open(line, (InterruptController.FirstVector + line) | (isLevel ? LevelTriggered | Masked : 0));
        return true;
    }

    private static void Open(uint line, uint entry)
    {
        if ((*Description->Input(line) & ApicDescription.ActiveLow) != 0)
            entry |= ActiveLow;
        *Entry(line) = entry & ~Masked;
        WriteEntry(*Description->Input(line) & ApicDescription.InputMask, entry, LocalApic.Id << 24);
    }

    private static uint InputCount() => ((Read(Version) >> 16) & 0xFF) + 1;

    /// <summary>The low half of a line's entry, unmasked.</summary>
    private static uint* Entry(uint line) => (uint*)Unsafe.AsPointer(ref s_entries) + line;

    private static void WriteEntry(uint input, uint low, uint high)
    {
        Write(RedirectionTable + (2 * input) + 1, high);
        Write(RedirectionTable + (2 * input), low);
    }

    private static uint Read(uint register)
    {
        Volatile.Write(ref *(uint*)(VirtualMemoryMap.IoApic + Select), register);
        return Volatile.Read(ref *(uint*)(VirtualMemoryMap.IoApic + Window));
    }

    private static void Write(uint register, uint value)
    {
        Volatile.Write(ref *(uint*)(VirtualMemoryMap.IoApic + Select), register);
        Volatile.Write(ref *(uint*)(VirtualMemoryMap.IoApic + Window), value);
    }

    [InlineArray((int)ApicDescription.LineCount)]
    private struct EntryTable
    {
        private uint _first;
    }
}
