namespace Nanokernel;

/// <summary>A range of physical addresses at which a device answers.</summary>
/// <param name="PhysicalAddress">The first address.</param>
/// <param name="Bytes">The bytes.</param>
public readonly record struct DeviceMemory(uint PhysicalAddress, uint Bytes)
{
    /// <summary>The range as <c>0xB8000-0xBFFFF</c>.</summary>
    public override string ToString() => $"0x{PhysicalAddress:X}-0x{PhysicalAddress + Bytes - 1:X}";
}
