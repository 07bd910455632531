namespace Nanokernel;

/// <summary>What the build knows about a device beyond its resources.</summary>
public enum DeviceKind
{
    /// <summary>Nothing.</summary>
    Other,

    /// <summary>A UART with the registers of the 16550: it can be a partition's console.</summary>
    Uart16550,
}
