namespace Nanokernel;

/// <summary>By which of the machine's interrupt controllers the kernel hands on interrupts.</summary>
public enum InterruptControllerKind
{
    /// <summary>The pair of Intel 8259A that every PC has.</summary>
    Intel8259,

    /// <summary>
    /// The processor's local APIC and the first I/O APIC, as the firmware's ACPI tables describe them. The machine needs both; the 8259 pair
    /// is masked.
    /// </summary>
    Apic,
}
