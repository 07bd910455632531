using System.Runtime.InteropServices;

namespace Nanokernel.Abi;

/// <summary>
/// The head of an image of a partition, from which the kernel makes the partition what it is at its start: in the memory beside the partition, and
/// at the start of a file that a watcher puts there. Behind it lie a <see cref="PartitionImageSegment"/> for each segment, their contents, and the
/// symbol table; behind the <see cref="Bytes"/> of all that, in a file, the signature.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct PartitionImage
{
    /// <summary>The value of <see cref="Magic"/>: "NKIM" in memory order.</summary>
    public const uint MagicValue = 0x4D49_4B4E;

    /// <summary>The bytes of the head without its segments, and so the offset of the first <see cref="PartitionImageSegment"/>.</summary>
    public const uint HeadBytes = 72;

    /// <summary>The most segments.</summary>
    public const uint SegmentMaximum = 8;

    /// <summary>Offset 0. <see cref="MagicValue"/>.</summary>
    public uint Magic;

    /// <summary>Offset 4. The <see cref="Crc32"/> of all bytes from offset 8 to the end.</summary>
    public uint Checksum;

    /// <summary>Offset 8. The identity of the system that it is for: everything that the system declares.</summary>
    public ulong SystemIdentity;

    /// <summary>Offset 16. The index of the partition that it is for.</summary>
    public uint PartitionIndex;

    /// <summary>Offset 20. The bytes of head, segments, contents and symbol table, a multiple of 4.</summary>
    public uint Bytes;

    /// <summary>Offset 24. The number of segments.</summary>
    public uint SegmentCount;

    /// <summary>Offset 28. The offset of the symbol table in the image; 0 for none.</summary>
    public uint SymbolTableOffset;

    /// <summary>Offset 32. <see cref="InformationPage.EntryAddress"/>; this and the next three are in the order that they have there.</summary>
    public uint EntryAddress;

    /// <summary>Offset 36. <see cref="InformationPage.UpcallAddress"/>.</summary>
    public uint UpcallAddress;

    /// <summary>Offset 40. <see cref="InformationPage.TextStart"/>.</summary>
    public uint TextStart;

    /// <summary>Offset 44. <see cref="InformationPage.TextEnd"/>.</summary>
    public uint TextEnd;

    /// <summary>Offset 48. <see cref="InformationPage.ExceptionAddress"/>; this and the next two are in the order that they have there.</summary>
    public uint ExceptionAddress;

    /// <summary>Offset 52. <see cref="InformationPage.ImageEnd"/>.</summary>
    public uint ImageEnd;

    /// <summary>Offset 56. <see cref="InformationPage.BuildIdentity"/>.</summary>
    public ulong BuildIdentity;

    /// <summary>Offset 64. The bytes of the signature behind <see cref="Bytes"/>, for those who pass the image on; the kernel knows them itself.</summary>
    public uint SignatureBytes;
}
