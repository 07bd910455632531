using System.Runtime.InteropServices;

namespace Nanokernel.Abi;

/// <summary>
/// A range of physical addresses that a partition sees, such as the memory of a device or a buffer for one: one of the records at
/// <see cref="InformationPage.MemoryWindowsOffset"/>.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 32)]
public struct MemoryWindow
{
    /// <summary>The value of <see cref="Kind"/> for the memory of a device.</summary>
    public const uint DeviceMemory = 3;

    /// <summary>The value of <see cref="Kind"/> for a buffer for a bus master.</summary>
    public const uint DmaBuffer = 4;

    /// <summary>Offset 0. Where the partition sees the first byte.</summary>
    public uint Address;

    /// <summary>Offset 4. The bytes.</summary>
    public uint Bytes;

    /// <summary>Offset 8. The physical address of the first byte.</summary>
    public uint PhysicalAddress;

    /// <summary>Offset 12. What it is.</summary>
    public uint Kind;
}
