namespace Nanokernel.Model;

/// <summary>A buffer for a bus master of a <see cref="CheckedPartition"/>; <see cref="Layout.SystemLayout"/> says where it lies.</summary>
/// <param name="Name">The name.</param>
/// <param name="Bytes">The bytes, whole pages.</param>
/// <param name="VirtualAddress">Where the partition sees its first byte.</param>
public sealed record CheckedDmaBuffer(string Name, uint Bytes, uint VirtualAddress)
{
    /// <summary>What its physical address is a multiple of, a power of two.</summary>
    public uint Alignment { get; internal init; }

    /// <summary>The first physical address that its device does not reach.</summary>
    public ulong Limit { get; internal init; }
}
