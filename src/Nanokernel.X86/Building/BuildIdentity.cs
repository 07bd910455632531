using System.Buffers.Binary;
using System.Security.Cryptography;
using Nanokernel.Layout;
using Nanokernel.Model;
using Nanokernel.Tracing;

namespace Nanokernel.X86.Building;

/// <summary>The number by which fault records name a build.</summary>
internal static class BuildIdentity
{
    /// <summary>The first 8 bytes of a SHA-256 (FIPS 180-4) over what the system declares and what its partitions are linked to.</summary>
    public static ulong Of(CheckedSystem system, SystemLayout layout, IReadOnlyList<LinkedPartition> partitions)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> identity = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(identity, SystemTrace.IdentityOf(system, layout));
        hash.AppendData(identity);
        foreach (var segment in partitions.SelectMany(partition => partition.Image.Segments))
            hash.AppendData(segment.Data);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash.GetHashAndReset());
    }
}
