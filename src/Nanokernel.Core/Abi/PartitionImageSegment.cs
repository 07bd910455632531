using System.Runtime.InteropServices;

namespace Nanokernel.Abi;

/// <summary>A part of a <see cref="PartitionImage"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct PartitionImageSegment
{
    /// <summary>The value of <see cref="Access"/> for constants.</summary>
    public const uint Read = 0;

    /// <summary>The value of <see cref="Access"/> for data.</summary>
    public const uint ReadWrite = 1;

    /// <summary>The value of <see cref="Access"/> for code.</summary>
    public const uint ReadExecute = 2;

    /// <summary>Offset 0. Where the partition sees it, at a page.</summary>
    public uint Address;

    /// <summary>Offset 4. The bytes of memory, a multiple of 4; behind its content it is zero.</summary>
    public uint MemoryBytes;

    /// <summary>Offset 8. Where its content lies in the image, at a multiple of 4.</summary>
    public uint Offset;

    /// <summary>Offset 12. The bytes of its content, a multiple of 4.</summary>
    public uint Bytes;

    /// <summary>Offset 16. <see cref="Read"/>, <see cref="ReadWrite"/> or <see cref="ReadExecute"/>.</summary>
    public uint Access;
}
