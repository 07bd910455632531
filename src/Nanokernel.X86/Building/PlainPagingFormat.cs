using Nanokernel.Abi;
using Nanokernel.X86.Stubs;

namespace Nanokernel.X86.Building;

/// <summary>32-bit paging with pages of 4 KiB and 4 MiB (Intel SDM volume 3, 4.3). Everything that can be read can be executed.</summary>
internal sealed class PlainPagingFormat(TablePages pages) : PagingFormat(pages)
{
    private const uint PageSize = VirtualMemoryMap.PageSize;
    private const int KernelEntriesOffset = (int)(VirtualMemoryMap.KernelBase >> 22) * sizeof(uint);

    public override uint BootRoot => KernelTables.BootDirectory;

    protected override uint LargePageSize => 0x40_0000;

    public override uint RootOf(int partition) => KernelTables.PageDirectory(partition);

    public override void ShareKernel(uint from, uint to) => Pages.At(from)[KernelEntriesOffset..].CopyTo(Pages.At(to)[KernelEntriesOffset..]);

    public override void CopyKernel(uint from, uint to) => ShareKernel(from, to);

    protected override uint TableAt(uint root, uint address) => Pages.Get32(DirectoryEntry(root, address)) & ~(PageSize - 1);

    protected override void SetDirectoryEntry(uint root, uint address, uint physicalAddress, PageEntry flags) =>
        Pages.Set32(DirectoryEntry(root, address), physicalAddress | (uint)flags);

    protected override void SetTableEntry(uint table, uint address, uint physicalAddress, PageEntry flags) =>
        Pages.Set32(table + (address / PageSize % 1024 * sizeof(uint)), physicalAddress | (uint)flags);

    private uint DirectoryEntry(uint root, uint address) => root + (address / LargePageSize * sizeof(uint));
}
