using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>A range of physical addresses at which a device answers.</summary>
/// <param name="PhysicalAddress">The first address.</param>
/// <param name="Bytes">The bytes.</param>
/// <param name="Caching">What the processor may keep of it.</param>
public readonly record struct DeviceMemory(uint PhysicalAddress, uint Bytes, MemoryCaching Caching = MemoryCaching.Uncached)
{
    private const ulong Page = VirtualMemoryMap.PageSize;

    /// <summary>The first address of the page that it begins in.</summary>
    internal ulong FirstPage => PhysicalAddress / Page * Page;

    /// <summary>The first address behind the page that it ends in.</summary>
    internal ulong PageEnd => (PhysicalAddress + (ulong)Bytes + Page - 1) / Page * Page;

    /// <summary>The range as <c>0xB8000-0xBFFFF</c>.</summary>
    public override string ToString() => $"0x{PhysicalAddress:X}-0x{(ulong)PhysicalAddress + Bytes - 1:X}";

    /// <summary>Whether a page of it has an address of a range.</summary>
    internal bool Touches(ulong first, ulong end) => FirstPage < end && first < PageEnd;
}
