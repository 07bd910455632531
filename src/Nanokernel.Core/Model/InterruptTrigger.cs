namespace Nanokernel;

/// <summary>How a device asks on an interrupt line.</summary>
public enum InterruptTrigger
{
    /// <summary>By a change from low to high: ISA devices.</summary>
    Edge,

    /// <summary>By holding the line until it is served: PCI devices. The line stays masked until its owner has completed it.</summary>
    Level,
}
