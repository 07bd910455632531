using Nanokernel.Model;

namespace Nanokernel.Layout;

/// <summary>Where a region of a channel lies.</summary>
/// <param name="PhysicalAddress">The first byte in physical memory, at a page.</param>
/// <param name="VirtualAddress">The first byte as every partition sees it that has not chosen an address.</param>
/// <param name="Bytes">The bytes, whole pages.</param>
public sealed record RegionPlacement(uint PhysicalAddress, uint VirtualAddress, uint Bytes)
{
    /// <summary>The region as a range of physical addresses.</summary>
    public MemoryRange Memory => new(PhysicalAddress, Bytes);

    /// <summary>The first byte as a partition sees it.</summary>
    public uint AddressFor(CheckedRegionUse use)
    {
        ArgumentNullException.ThrowIfNull(use);
        return use.Address ?? VirtualAddress;
    }
}
