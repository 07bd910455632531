using Nanokernel.Abi;
using Nanokernel.X86.Stubs;

namespace Nanokernel.X86.Building;

/// <summary>
/// PAE paging with pages of 4 KiB and 2 MiB and the execute-disable bit (Intel SDM volume 3, 4.4 and 4.6). A root is a
/// page-directory-pointer table of four entries; the kernel's quarter of the address space is one directory, which all partitions share.
/// </summary>
internal sealed class ExtendedPagingFormat(TablePages pages) : PagingFormat(pages)
{
    private const uint PageSize = VirtualMemoryMap.PageSize;
    private const uint QuarterBytes = 0x4000_0000;
    private const uint EntriesOfATable = 512;

    // SDM volume 3, table 4-8: no rights in these entries, and bits 1 and 2 are reserved.
    private const ulong PointerPresent = 1;
    private const ulong AddressMask = 0xFFFF_F000;

    public override uint BootRoot => KernelTables.ExtendedBootRoot;

    protected override uint LargePageSize => 0x20_0000;

    public override uint RootOf(int partition) => KernelTables.ExtendedRoot(partition);

    public override void ShareKernel(uint from, uint to) =>
        Pages.Set64(PointerEntry(to, VirtualMemoryMap.KernelBase), Pages.Get64(PointerEntry(from, VirtualMemoryMap.KernelBase)));

    public override void CopyKernel(uint from, uint to) =>
        Pages.At(DirectoryOf(from, VirtualMemoryMap.KernelBase)).CopyTo(Pages.At(DirectoryOf(to, VirtualMemoryMap.KernelBase)));

    protected override uint TableAt(uint root, uint address) => (uint)(Pages.Get64(DirectoryEntry(root, address)) & AddressMask);

    protected override void SetDirectoryEntry(uint root, uint address, uint physicalAddress, PageEntry flags) =>
        Pages.Set64(DirectoryEntry(root, address), physicalAddress | (ulong)flags);

    protected override void SetTableEntry(uint table, uint address, uint physicalAddress, PageEntry flags) =>
        Pages.Set64(table + (address / PageSize % EntriesOfATable * sizeof(ulong)), physicalAddress | (ulong)flags);

    private static uint PointerEntry(uint root, uint address) => root + (address / QuarterBytes * sizeof(ulong));

    private uint DirectoryEntry(uint root, uint address) =>
        DirectoryOf(root, address) + (address / LargePageSize % EntriesOfATable * sizeof(ulong));

    private uint DirectoryOf(uint root, uint address)
    {
        var entry = PointerEntry(root, address);
        if (Pages.Get64(entry) == 0)
            Pages.Set64(entry, Pages.Add() | PointerPresent);
        return (uint)(Pages.Get64(entry) & AddressMask);
    }
}
