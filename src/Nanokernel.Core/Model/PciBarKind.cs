namespace Nanokernel;

/// <summary>What a base address register of a PCI function stands for.</summary>
public enum PciBarKind
{
    /// <summary>Memory; it is mapped into the owner's address space, uncached.</summary>
    Memory,

    /// <summary>I/O ports; the owner reaches them directly.</summary>
    Ports,
}
