using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Nanokernel.X86.Building;

/// <summary>The number by which fault records name a build.</summary>
internal static class BuildIdentity
{
    /// <summary>The first 8 bytes of a SHA-256 (FIPS 180-4) over what the system declares and what its partitions are linked to.</summary>
    /// <param name="systemIdentity">What the system declares, see <see cref="Tracing.SystemTrace.IdentityOf"/>.</param>
    /// <param name="partitions">All partitions; for a new image, the one that it is of.</param>
    public static ulong Of(ulong systemIdentity, IReadOnlyList<LinkedPartition> partitions)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> identity = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(identity, systemIdentity);
        hash.AppendData(identity);
        foreach (var segment in partitions.SelectMany(partition => partition.Image.Segments))
            hash.AppendData(segment.Data);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash.GetHashAndReset());
    }
}
