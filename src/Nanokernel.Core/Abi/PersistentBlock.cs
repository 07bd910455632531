using System.Runtime.InteropServices;

namespace Nanokernel.Abi;

/// <summary>
/// The head of one of the two copies of a block of persistent memory; the content follows it. The owner works on the first copy; the second
/// has what was committed last. While a commit brings the second up to date, the first is whole, with a higher generation.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 32)]
public struct PersistentBlock
{
    /// <summary>The value of <see cref="Magic"/>: "NKPB" in memory order.</summary>
    public const uint MagicValue = 0x4250_4B4E;

    /// <summary>The bytes of a head.</summary>
    public const uint HeadBytes = 32;

    /// <summary>Offset 0. <see cref="MagicValue"/> in a copy that is whole; 0 while it is changed. It is written last.</summary>
    public uint Magic;

    /// <summary>Offset 4. FNV-1a, 32 bits, of the block's name.</summary>
    public uint NameHash;

    /// <summary>Offset 8. The fingerprint of the content's layout.</summary>
    public uint Fingerprint;

    /// <summary>Offset 12. The bytes of the content.</summary>
    public uint ContentBytes;

    /// <summary>Offset 16. Counts commits; wraps at 2^32.</summary>
    public uint Generation;

    /// <summary>Offset 20. CRC-32 (IEEE 802.3) of the five words above, then of the content.</summary>
    public uint Checksum;

    /// <summary>The offset of the second copy.</summary>
    public static uint SecondCopy(uint contentBytes) => (HeadBytes + contentBytes + 31) & ~31u;

    /// <summary>The bytes of a block with both copies.</summary>
    public static ulong BytesFor(uint contentBytes) => SecondCopy(contentBytes) * 2ul;
}
