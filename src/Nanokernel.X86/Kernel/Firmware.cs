// The firmware's tables, where the kernel can see them.
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>Finds ACPI tables at boot, while the boot page directory is in force and the kernel is at its physical addresses.</summary>
internal static unsafe class Firmware
{
    private const uint ExtendedDataPointer = 0x40E;     // the segment of the extended BIOS data area
    private const uint ExtendedDataBytes = 1024;
    private const uint AdapterStart = 0xA_0000;         // from here to the ROM nothing is mapped
    private const uint RomStart = 0xE_0000;
    private const uint RomBytes = 0x2_0000;

    private const uint LargePage = 0x40_0000;
    private const uint HalfPage = LargePage / 2;
    private const uint LargePageEntry = 0xE3;           // present, writable, accessed, dirty, large: SDM vol. 3A, tables 4-4 and 4-9

    /// <summary>Finds a table and checks that it adds up.</summary>
    /// <param name="signature">Which.</param>
    /// <param name="bytes">Its length.</param>
    /// <returns>The table, to be read before the next call; null where there is none.</returns>
    public static byte* Find(uint signature, out uint bytes)
    {
        bytes = 0;
        var root = FindRoot();
        if (root == null)
            return null;

        // The 32-bit table is as good as the 64-bit one, for the kernel reaches no address beyond 4 GiB.
        var address = *(uint*)(root + 16);
        var isExtended = address == 0 && root[15] >= 2 && *(uint*)(root + 28) == 0;
        if (isExtended)
            address = *(uint*)(root + 24);
        var rootSignature = isExtended ? AcpiTables.ExtendedRootTable : AcpiTables.RootTable;
        var entryBytes = isExtended ? 8u : 4u;
        if (Read(address, rootSignature, out var rootBytes) == null)
            return null;

        for (var offset = AcpiTables.HeaderBytes; offset + entryBytes <= rootBytes; offset += entryBytes)
        {
            // Showing a table may hide the root: it is shown again for each entry.
            var entry = (uint*)(Show(address, rootBytes) + offset);
            if (isExtended && entry[1] != 0)
                continue;
            var table = Read(*entry, signature, out bytes);
            if (table != null)
                return table;
        }

        return null;
    }

    private static byte* FindRoot()
    {
        uint offset;
        var address = (uint)*(ushort*)PhysicalMemory.At(ExtendedDataPointer) << 4;
        if (address <= AdapterStart - ExtendedDataBytes)
        {
            var extendedData = (byte*)PhysicalMemory.At(address);
            offset = AcpiTables.FindRootPointer(extendedData, ExtendedDataBytes);
            if (offset != AcpiTables.None)
                return extendedData + offset;
        }

        var rom = (byte*)PhysicalMemory.At(RomStart);
        offset = AcpiTables.FindRootPointer(rom, RomBytes);
        return offset == AcpiTables.None ? null : rom + offset;
    }

    private static byte* Read(uint address, uint signature, out uint bytes)
    {
        bytes = 0;
        var header = Show(address, AcpiTables.HeaderBytes);
        if (header == null)
            return null;
        var length = AcpiTables.LengthOf(header, signature);
        if (length == AcpiTables.None)
            return null;
        var table = Show(address, length);
        if (table == null || !AcpiTables.AddsUp(table, length))
            return null;
        bytes = length;
        return table;
    }

    /// <summary>Where the kernel sees physical memory: in its window, or, beyond that, in one that is moved there.</summary>
    /// <param name="address">The first byte.</param>
    /// <param name="bytes">How many, at most 4 MiB.</param>
    /// <returns>The place, until the next call; null where the range is none.</returns>
    private static byte* Show(uint address, uint bytes)
    {
        if (address == 0 || bytes > 0u - address)
            return null;
        if (address < KernelConfiguration.KernelWindowEnd && bytes <= KernelConfiguration.KernelWindowEnd - address)
            return (byte*)PhysicalMemory.At(address);

        var page = address & ~(LargePage - 1);
        for (var offset = 0u; offset < 2 * LargePage; offset += LargePage)
            ShowLargePage(VirtualMemoryMap.FirmwareWindow + offset, page + offset);
        return (byte*)(VirtualMemoryMap.FirmwareWindow + (address - page));
    }

    /// <summary>Maps 4 MiB. The boot tables are writable only where the kernel is at its physical addresses.</summary>
    private static void ShowLargePage(uint address, uint physicalAddress)
    {
        if (Processor.UsesExtendedPaging())
        {
            // The last pointer is that of the kernel's quarter; its entries are of 2 MiB and 8 bytes.
            var directory = *((uint*)KernelConfiguration.ExtendedBootRoot + 6) & ~(VirtualMemoryMap.PageSize - 1);
            var entry = (uint*)directory + ((address - VirtualMemoryMap.KernelBase) / LargePage * 4);
            entry[0] = physicalAddress | LargePageEntry;
            entry[2] = (physicalAddress + HalfPage) | LargePageEntry;
            Processor.ForgetPage(address + HalfPage);
        }
        else
        {
            ((uint*)KernelConfiguration.BootDirectory)[address / LargePage] = physicalAddress | LargePageEntry;
        }

        Processor.ForgetPage(address);
    }
}
