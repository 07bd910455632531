namespace Nanokernel;

/// <summary>Which of the machine's timers the kernel sets to the nearest deadline of all partitions.</summary>
public enum TimerKind
{
    /// <summary>Counter 0 of the Intel 8254 that every PC has: 0.84 microseconds a count, at most 55 ms a shot.</summary>
    Intel8254,

    /// <summary>The timer of the local APIC, whose rate is measured at boot. Needs <see cref="InterruptControllerKind.Apic"/>.</summary>
    LocalApic,

    /// <summary>
    /// Comparator 0 of the high precision event timer (HPET), which the firmware's ACPI table describes. Needs
    /// <see cref="InterruptControllerKind.Apic"/>.
    /// </summary>
    Hpet,
}
