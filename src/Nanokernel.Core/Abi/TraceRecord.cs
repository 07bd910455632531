using System.Runtime.InteropServices;

namespace Nanokernel.Abi;

/// <summary>One event of the kernel's trace. The kernel's stub writes the words from <see cref="Kind"/> on as two of 32 bits.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
public struct TraceRecord
{
    /// <summary>The bytes of a record.</summary>
    public const uint Bytes = 16;

    /// <summary>The value of <see cref="Partition"/> where there is none.</summary>
    public const byte NoPartition = 0xFF;

    /// <summary>Offset 0. When it happened, a TSC value.</summary>
    [FieldOffset(0)]
    public ulong Time;

    /// <summary>Offset 8. What happened.</summary>
    [FieldOffset(8)]
    public TraceKind Kind;

    /// <summary>Offset 9. The index of the partition that it happened to, or <see cref="NoPartition"/>.</summary>
    [FieldOffset(9)]
    public byte Partition;

    /// <summary>Offset 10. See <see cref="Kind"/>.</summary>
    [FieldOffset(10)]
    public ushort Detail;

    /// <summary>Offset 12. See <see cref="Kind"/>.</summary>
    [FieldOffset(12)]
    public uint Argument;
}
