namespace Nanokernel.Abi;

/// <summary>Bit numbers in <see cref="ControlPage.PendingInterrupts"/>. Bits 0 to 15 are the interrupt lines of the 8259 pair.</summary>
public static class VirtualInterrupt
{
    /// <summary>The number of hardware lines.</summary>
    public const int LineCount = 16;

    /// <summary>The partition's timer (<see cref="Hypercall.SetTimer"/>) has expired.</summary>
    public const int Timer = 16;

    /// <summary>The number of virtual interrupts.</summary>
    public const int Count = 17;
}
