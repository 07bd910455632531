using System.Runtime.InteropServices;

namespace Nanokernel.Abi;

/// <summary>
/// What the build tells a partition (and the kernel about it), in a page that the partition can only read. It is followed, at offset
/// <see cref="ChannelEndsOffset"/>, by <see cref="ChannelEndCount"/> records of <see cref="ChannelEnd"/>.
/// </summary>
[StructLayout(LayoutKind.Explicit)]
public struct InformationPage
{
    /// <summary>The value of <see cref="Magic"/>: "NKPI" in memory order.</summary>
    public const uint MagicValue = 0x4950_4B4E;

    /// <summary>
    /// The offset of a 16-bit count for each partition, by index: how often one at the other side of a channel has been started anew. Written by
    /// the kernel; each wraps.
    /// </summary>
    public const uint RestartsOffset = 112;

    /// <summary>The offset of the first <see cref="ChannelEnd"/> in the page.</summary>
    public const uint ChannelEndsOffset = 256;

    /// <summary>The most channel ends that a partition can have.</summary>
    public const uint ChannelEndMaximum = 48;

    /// <summary>The offset of the first <see cref="PciFunctionRecord"/> in the page.</summary>
    public const uint PciFunctionsOffset = 2816;

    /// <summary>The most PCI functions that a partition can have.</summary>
    public const uint PciFunctionMaximum = 8;

    /// <summary>The offset of the first <see cref="MemoryWindow"/> in the page.</summary>
    public const uint MemoryWindowsOffset = 3840;

    /// <summary>The most memory windows that a partition can have.</summary>
    public const uint MemoryWindowMaximum = 8;

    /// <summary>Offset 0. <see cref="MagicValue"/>.</summary>
    [FieldOffset(0)]
    public uint Magic;

    /// <summary>Offset 4. <see cref="Abi.AbiVersion.Current"/> of the tools that made the image.</summary>
    [FieldOffset(4)]
    public uint AbiVersion;

    /// <summary>Offset 8. The partition's index: 0 is the highest priority.</summary>
    [FieldOffset(8)]
    public uint PartitionIndex;

    /// <summary>Offset 12. How often the partition has been entered; 1 is the first time.</summary>
    [FieldOffset(12)]
    public uint Generation;

    /// <summary>Offset 16. The entry point.</summary>
    [FieldOffset(16)]
    public uint EntryAddress;

    /// <summary>Offset 20. Where an upcall enters.</summary>
    [FieldOffset(20)]
    public uint UpcallAddress;

    /// <summary>Offset 24. The first byte of code.</summary>
    [FieldOffset(24)]
    public uint TextStart;

    /// <summary>Offset 28. The first byte behind the code.</summary>
    [FieldOffset(28)]
    public uint TextEnd;

    /// <summary>Offset 32. The first byte of the heap.</summary>
    [FieldOffset(32)]
    public uint HeapStart;

    /// <summary>Offset 36. The first byte behind the heap.</summary>
    [FieldOffset(36)]
    public uint HeapEnd;

    /// <summary>Offset 40. The lowest byte of the stack.</summary>
    [FieldOffset(40)]
    public uint StackBottom;

    /// <summary>Offset 44. The first byte above the stack.</summary>
    [FieldOffset(44)]
    public uint StackTop;

    /// <summary>Offset 48. Where the kernel sees the symbol table, 0 for none; see <see cref="SymbolTable"/>.</summary>
    [FieldOffset(48)]
    public uint SymbolTableAddress;

    /// <summary>Offset 52. The number of <see cref="ChannelEnd"/> records.</summary>
    [FieldOffset(52)]
    public uint ChannelEndCount;

    /// <summary>Offset 56. TSC counts a second, measured at boot; filled in by the kernel.</summary>
    [FieldOffset(56)]
    public ulong TscFrequency;

    /// <summary>Offset 64. The TSC at boot, the zero of the system's clock; filled in by the kernel.</summary>
    [FieldOffset(64)]
    public ulong TscAtBoot;

    /// <summary>Offset 72. How the partition's console writes: 0 the debug console by hypercall, otherwise the port of an owned 16550 UART.</summary>
    [FieldOffset(72)]
    public uint ConsolePort;

    /// <summary>Offset 76. The interrupt line of the console's UART, 0 if there is none.</summary>
    [FieldOffset(76)]
    public uint ConsoleLine;

    /// <summary>Offset 80. The TSC less this is the time that the partition has run; written by the kernel whenever it starts to run.</summary>
    [FieldOffset(80)]
    public ulong ProcessorTimeBase;

    /// <summary>Offset 96. The number of <see cref="MemoryWindow"/> records.</summary>
    [FieldOffset(96)]
    public uint MemoryWindowCount;

    /// <summary>Offset 100. The number of <see cref="PciFunctionRecord"/> records.</summary>
    [FieldOffset(100)]
    public uint PciFunctionCount;

    /// <summary>
    /// Offset 104. One bit for each partition at the other side of a channel that has ended or was stopped, by index; set by the kernel, which
    /// wakes this partition then, and cleared when the other one starts anew.
    /// </summary>
    [FieldOffset(104)]
    public uint StoppedPartitions;

    /// <summary>Offset 160. Where an exception enters, for a partition that handles its own; 0: an exception stops it.</summary>
    [FieldOffset(160)]
    public uint ExceptionAddress;

    /// <summary>Offset 164. The first byte behind code, constants and data, at a page.</summary>
    [FieldOffset(164)]
    public uint ImageEnd;

    /// <summary>Offset 168. Which build of the partition this is: fault records say it.</summary>
    [FieldOffset(168)]
    public ulong BuildIdentity;
}
