using System.Runtime.InteropServices;

namespace Nanokernel.Abi;

/// <summary>
/// The first page of the kernel's trace; the <see cref="TraceRecord"/>s follow in the next. Record n of all that were ever written is at
/// place n modulo the capacity, and is whole once <see cref="Written"/> is larger than n.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 48)]
public struct TraceHeader
{
    /// <summary>The value of <see cref="Magic"/>: "NKTR".</summary>
    public const uint ExpectedMagic = 0x5254_4B4E;

    /// <summary>The value of <see cref="Version"/>.</summary>
    public const uint CurrentVersion = 1;

    /// <summary>The offset of the first record.</summary>
    public const uint RecordsOffset = VirtualMemoryMap.PageSize;

    /// <summary>The offset of <see cref="Written"/>.</summary>
    public const uint WrittenOffset = 16;

    /// <summary>Offset 0. <see cref="ExpectedMagic"/>: the ring has been begun.</summary>
    [FieldOffset(0)]
    public uint Magic;

    /// <summary>Offset 4. <see cref="CurrentVersion"/>.</summary>
    [FieldOffset(4)]
    public uint Version;

    /// <summary>Offset 8. How many records there is room for, a power of two.</summary>
    [FieldOffset(8)]
    public uint Capacity;

    /// <summary>Offset 12. How often the kernel has started since the ring was begun.</summary>
    [FieldOffset(12)]
    public uint Boots;

    /// <summary>Offset 16. How many records have been written since the ring was begun.</summary>
    [FieldOffset(16)]
    public ulong Written;

    /// <summary>Offset 24. Of which system this is the trace: the kernel of another one begins the ring anew.</summary>
    [FieldOffset(24)]
    public ulong Identity;

    /// <summary>Offset 32. Counts of the TSC a second, as the latest start has measured it.</summary>
    [FieldOffset(32)]
    public ulong TscFrequency;

    /// <summary>Offset 40. The TSC at the latest start.</summary>
    [FieldOffset(40)]
    public ulong TscAtBoot;
}
