using System.Runtime.InteropServices;

namespace Nanokernel.Abi;

/// <summary>
/// What the build tells a partition (and the kernel about it), in a page that the partition can only read. It is followed, at offset
/// <see cref="ChannelEndsOffset"/>, by <see cref="ChannelEndCount"/> records of <see cref="ChannelEnd"/>.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct InformationPage
{
    /// <summary>The value of <see cref="Magic"/>: "NKPI" in memory order.</summary>
    public const uint MagicValue = 0x4950_4B4E;

    /// <summary>The offset of the first <see cref="ChannelEnd"/> in the page.</summary>
    public const uint ChannelEndsOffset = 256;

    /// <summary>The most channel ends that a partition can have.</summary>
    public const uint ChannelEndMaximum = 120;

    /// <summary>Offset 0. <see cref="MagicValue"/>.</summary>
    public uint Magic;

    /// <summary>Offset 4. <see cref="Abi.AbiVersion.Current"/> of the tools that made the image.</summary>
    public uint AbiVersion;

    /// <summary>Offset 8. The partition's index: 0 is the highest priority.</summary>
    public uint PartitionIndex;

    /// <summary>Offset 12. How often the partition has been entered; 1 is the first time.</summary>
    public uint Generation;

    /// <summary>Offset 16. The entry point.</summary>
    public uint EntryAddress;

    /// <summary>Offset 20. Where an upcall enters.</summary>
    public uint UpcallAddress;

    /// <summary>Offset 24. The first byte of code.</summary>
    public uint TextStart;

    /// <summary>Offset 28. The first byte behind the code.</summary>
    public uint TextEnd;

    /// <summary>Offset 32. The first byte of the heap.</summary>
    public uint HeapStart;

    /// <summary>Offset 36. The first byte behind the heap.</summary>
    public uint HeapEnd;

    /// <summary>Offset 40. The lowest byte of the stack.</summary>
    public uint StackBottom;

    /// <summary>Offset 44. The first byte above the stack.</summary>
    public uint StackTop;

    /// <summary>Offset 48. The physical address of the symbol table, 0 for none; see <see cref="SymbolTable"/>.</summary>
    public uint SymbolTableAddress;

    /// <summary>Offset 52. The number of <see cref="ChannelEnd"/> records.</summary>
    public uint ChannelEndCount;

    /// <summary>Offset 56. TSC counts a second, measured at boot; filled in by the kernel.</summary>
    public ulong TscFrequency;

    /// <summary>Offset 64. The TSC at boot, the zero of the system's clock; filled in by the kernel.</summary>
    public ulong TscAtBoot;

    /// <summary>Offset 72. How the partition's console writes: 0 the debug console by hypercall, otherwise the port of an owned 16550 UART.</summary>
    public uint ConsolePort;

    /// <summary>Offset 76. The interrupt line of the console's UART, 0 if there is none.</summary>
    public uint ConsoleLine;
}
