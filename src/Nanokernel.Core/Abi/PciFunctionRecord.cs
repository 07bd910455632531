using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Nanokernel.Abi;

/// <summary>
/// A PCI function of a partition: one of the records at <see cref="InformationPage.PciFunctionsOffset"/>. The build writes what is
/// declared, the kernel at boot what it has found.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 128)]
public struct PciFunctionRecord
{
    /// <summary>The bytes of <see cref="Name"/>.</summary>
    public const int NameBytes = 32;

    /// <summary>The number of BARs that a function can have.</summary>
    public const int BarCount = 6;

    /// <summary>Offset 0. The declared name in ASCII, filled up with zeros.</summary>
    public PciFunctionName Name;

    /// <summary>Offset 32. Its place: bits 16-23 the bus, 11-15 the device, 8-10 the function.</summary>
    public uint Location;

    /// <summary>Offset 36. Register 0x00: bits 0-15 the vendor ID, 16-31 the device ID.</summary>
    public uint Identification;

    /// <summary>Offset 40. Register 0x08: from bit 24 down base class, sub-class, programming interface and revision.</summary>
    public uint ClassAndRevision;

    /// <summary>Offset 44. Its interrupt line; 0 where none is declared.</summary>
    public uint InterruptLine;

    /// <summary>Offset 48. Its BARs by index; those that are not declared are empty.</summary>
    public PciBarTable Bars;
}

/// <summary>The name in a <see cref="PciFunctionRecord"/>.</summary>
[InlineArray(PciFunctionRecord.NameBytes)]
public struct PciFunctionName
{
    private byte _first;
}

/// <summary>The BARs of a <see cref="PciFunctionRecord"/>.</summary>
[InlineArray(PciFunctionRecord.BarCount)]
public struct PciBarTable
{
    private PciBarRecord _first;
}

/// <summary>A BAR of a <see cref="PciFunctionRecord"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct PciBarRecord
{
    /// <summary>The value of <see cref="Kind"/> for memory.</summary>
    public const uint Memory = 1;

    /// <summary>The value of <see cref="Kind"/> for I/O ports.</summary>
    public const uint Ports = 2;

    /// <summary>Offset 0. Where the partition sees the first byte, or the first port.</summary>
    public uint Address;

    /// <summary>Offset 4. The bytes of memory, or the number of ports.</summary>
    public uint Size;

    /// <summary>Offset 8. What it stands for; 0 where it is not declared.</summary>
    public uint Kind;
}
