// What a Multiboot loader says about the machine (Multiboot specification 0.6.96, 3.3).
using System.Runtime.InteropServices;

namespace Nanokernel.Kernel;

/// <summary>The start of the boot information.</summary>
[StructLayout(LayoutKind.Explicit)]
internal struct MultibootInformation
{
    /// <summary>EAX at entry.</summary>
    public const uint LoaderMagic = 0x2BAD_B002;

    /// <summary>In <see cref="Flags"/>: <see cref="UpperMemory"/> is there.</summary>
    public const uint HasMemory = 1u << 0;

    /// <summary>In <see cref="Flags"/>: the memory map is there.</summary>
    public const uint HasMemoryMap = 1u << 6;

    [FieldOffset(0)]
    public uint Flags;

    /// <summary>KiB of memory from 1 MiB on up to the first hole.</summary>
    [FieldOffset(8)]
    public uint UpperMemory;

    [FieldOffset(44)]
    public uint MemoryMapLength;

    [FieldOffset(48)]
    public uint MemoryMapAddress;
}

/// <summary>One range of the memory map.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct MultibootMemoryRange
{
    /// <summary>The type of memory that can be used.</summary>
    public const uint Available = 1;

    /// <summary>The bytes of this entry, this field not counted.</summary>
    public uint Size;
    public ulong Address;
    public ulong Length;
    public uint Type;
}
