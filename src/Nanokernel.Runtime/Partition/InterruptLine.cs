namespace Nanokernel;

/// <summary>An interrupt line of the 8259 pair, IRQ 0 to 15. Names are those of a PC's usual devices; any number can be cast.</summary>
public enum InterruptLine
{
    /// <summary>IRQ 1: the keyboard.</summary>
    Keyboard = 1,

    /// <summary>IRQ 3: COM2 (and COM4).</summary>
    Com2 = 3,

    /// <summary>IRQ 4: COM1 (and COM3).</summary>
    Com1 = 4,

    /// <summary>IRQ 8: the real-time clock.</summary>
    RealTimeClock = 8,

    /// <summary>IRQ 12: the mouse.</summary>
    Mouse = 12,

    /// <summary>IRQ 14: the primary IDE channel.</summary>
    PrimaryIde = 14,

    /// <summary>IRQ 15: the secondary IDE channel.</summary>
    SecondaryIde = 15,
}
