// Memory of devices whose addresses are known at boot only.
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>
/// Fills entries of a partition's page tables that the build has left empty. The tables are read-only for the kernel too, except at boot,
/// while the boot tables show the first 4 MiB at their physical addresses. Nothing is in a translation cache yet.
/// </summary>
internal static unsafe class DeviceMapping
{
    // Present, writable, user, write-through, cache disable, accessed, dirty; execute disable is bit 63 (SDM vol. 3A, tables 4-6 and 4-11).
    private const uint DevicePage = 0x7F;
    private const uint NoExecute = 0x8000_0000;
    private const uint AddressMask = ~(VirtualMemoryMap.PageSize - 1);

    /// <summary>Maps a range, uncached.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="address">The first virtual address, at a page.</param>
    /// <param name="physicalAddress">The first physical address.</param>
    /// <param name="bytes">How many.</param>
    public static void Map(int partition, uint address, uint physicalAddress, uint bytes)
    {
        var physical = physicalAddress & AddressMask;
        for (var offset = 0u; offset < bytes; offset += VirtualMemoryMap.PageSize)
            MapPage(partition, address + offset, physical + offset);
    }

    private static void MapPage(int partition, uint address, uint physicalAddress)
    {
        var descriptor = Partitions.Describe(partition);
        if (Processor.UsesExtendedPaging())
        {
            var directory = *((uint*)descriptor->ExtendedRoot + (address >> 30) * 2) & AddressMask;
            var table = *((uint*)directory + ((address >> 21) & 511) * 2) & AddressMask;
            var entry = (uint*)table + ((address >> 12) & 511) * 2;
            entry[0] = physicalAddress | DevicePage;
            entry[1] = NoExecute;
        }
        else
        {
            var table = *((uint*)descriptor->PageDirectory + (address >> 22)) & AddressMask;
            *((uint*)table + ((address >> 12) & 1023)) = physicalAddress | DevicePage;
        }
    }
}
