// The high precision event timer (HPET).
using System.Threading;
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>
/// IA-PC HPET specification 1.0a, which has the names of registers and bits. Comparator 0 is used with 32 bits: it interrupts when the low
/// half of the counter is equal to it, so what matters is the distance, and a wrap-around needs no care.
/// </summary>
internal static unsafe class HighPrecisionTimer
{
    private const uint Capabilities = 0x000;
    private const uint Configuration = 0x010;
    private const uint MainCounter = 0x0F0;
    private const uint Timer0Configuration = 0x100;
    private const uint Timer0Routes = 0x104;
    private const uint Timer0Comparator = 0x108;
    private const uint TimerSpacing = 0x20;

    private const uint OverallEnable = 1u << 0;
    private const uint InterruptEnable = 1u << 2;
    private const uint Mode32 = 1u << 8;
    private const int RouteShift = 9;

    // A comparator that is set so near may be passed before it is in force.
    private const uint LeastCounts = 16;
    private const int TryMaximum = 8;

    // Short of the end of its 32 bits, so that every system passes that point in its first seconds, and a defect would show there.
    private const uint FirstCount = 0xFFC0_0000;

    private static uint s_start;

    /// <summary>Finds the timer and lets it count, all interrupts off.</summary>
    public static bool TryInitialize()
    {
        var table = Firmware.Find(AcpiTables.HpetTable, out var bytes);
        if (table == null)
            return Boot.Refuse("its firmware has no sound ACPI table of a high precision event timer (HPET)"u8);
        var address = AcpiTables.HpetAddress(table, bytes);
        if (address != KernelConfiguration.HpetAddress)
            return Boot.RefuseAddress("the HPET"u8, address, KernelConfiguration.HpetAddress);

        // Without the legacy routing, which would take the clock's line from its owner.
        Write(Configuration, 0);
        var timers = ((Read(Capabilities) >> 8) & 0x1F) + 1;
        for (var timer = 0u; timer < timers; timer++)
        {
            var configuration = Timer0Configuration + (timer * TimerSpacing);
            Write(configuration, Read(configuration) & ~InterruptEnable);
        }

        Write(MainCounter, FirstCount);
        Write(Configuration, OverallEnable);
        return true;
    }

    /// <summary>Sends comparator 0 to an input of the I/O APIC that no line uses.</summary>
    public static bool TryRoute()
    {
        if (!IoApic.TryOpenForTimer(Read(Timer0Routes), out var input))
            return Boot.Refuse("its HPET reaches no input of the I/O APIC that is free"u8);
        Write(Timer0Configuration, InterruptEnable | Mode32 | (input << RouteShift));
        return true;
    }

    /// <summary>Begins to count for a measurement.</summary>
    public static void StartMeasurement() => s_start = Read(MainCounter);

    /// <summary>The counts since <see cref="StartMeasurement"/>.</summary>
    public static uint EndMeasurement() => Read(MainCounter) - s_start;

    /// <summary>Asks for an interrupt in so many counts, and forgets what was asked before.</summary>
    public static void Start(uint counts)
    {
        var least = LeastCounts;
        for (var i = 0; i < TryMaximum; i++)
        {
            var comparator = Read(MainCounter) + (counts > least ? counts : least);
            Write(Timer0Comparator, comparator);
            if ((int)(comparator - Read(MainCounter)) > 0)
                return;
            counts = 0;
            least <<= 1;
        }
    }

    private static uint Read(uint register) => Volatile.Read(ref *(uint*)(VirtualMemoryMap.Hpet + register));

    private static void Write(uint register, uint value) => Volatile.Write(ref *(uint*)(VirtualMemoryMap.Hpet + register), value);
}
