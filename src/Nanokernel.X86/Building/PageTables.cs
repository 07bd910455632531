using System.Buffers.Binary;
using Nanokernel.Abi;
using Nanokernel.X86.Stubs;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Building;

/// <summary>
/// Writes the page directories and page tables of a system, as data of the image. 32-bit paging with 4 KiB and 4 MiB pages (Intel SDM
/// volume 3, 4.3).
/// </summary>
internal sealed class PageTables
{
    private const uint PageSize = VirtualMemoryMap.PageSize;
    private const uint LargePageSize = 0x40_0000;

    private readonly List<byte[]> _pages = [];

    /// <summary>Makes the tables of a system.</summary>
    /// <returns>The bytes from <see cref="KernelTables.Address"/> on, whole pages.</returns>
    public static byte[] Build(LinkedSystem system)
    {
        var tables = new PageTables();
        for (var page = 0; page < KernelTables.FixedPages + system.Partitions.Count; page++)
            tables._pages.Add(new byte[PageSize]);

        tables.MapKernelImage(system.Kernel);
        tables.MapKernelWindow(KernelTables.BootDirectory);
        tables.Set(KernelTables.BootDirectory, 0, 0, PageEntry.Present | PageEntry.Writable | PageEntry.LargePage);
        for (var i = 0; i < system.Partitions.Count; i++)
            tables.MapPartition(system, i);
        return [.. tables._pages.SelectMany(page => page)];
    }

    private void MapPartition(LinkedSystem system, int index)
    {
        var directory = KernelTables.PageDirectory(index);
        var (partition, image, memory, _) = system.Partitions[index];
        var placement = system.Layout.Partitions[index];
        var toPhysical = placement.PhysicalBase - VirtualMemoryMap.PartitionBase;

        MapKernelWindow(directory);
        foreach (var segment in image.Segments)
        {
            var access = segment.Access == SegmentAccess.ReadWrite ? PageEntry.UserWrite : PageEntry.UserRead;
            Map(directory, segment.Address, segment.Address + toPhysical, segment.MemoryBytes.AlignToPage(), access);
        }

        Map(directory, memory.Heap.Address, memory.Heap.Address + toPhysical, memory.Heap.Bytes, PageEntry.UserWrite);
        Map(directory, memory.Stack.Address, memory.Stack.Address + toPhysical, memory.Stack.Bytes, PageEntry.UserWrite);
        Map(directory, VirtualMemoryMap.ControlPage, placement.ControlPageAddress, PageSize, PageEntry.UserWrite);
        Map(directory, VirtualMemoryMap.InformationPage, placement.InformationPageAddress, PageSize, PageEntry.UserRead);
        foreach (var queue in partition.Ends.Select(end => system.Layout.Queues[end.QueueIndex]).Distinct())
            Map(directory, queue.VirtualAddress, queue.PhysicalAddress, queue.Bytes, PageEntry.UserWrite);
    }

    /// <summary>Maps the kernel's first 4 MiB: everything writable but its text, its constants and the tables; nothing at its stack's guard.</summary>
    private void MapKernelImage(LinkedImage kernel)
    {
        for (uint address = 0; address < LargePageSize; address += PageSize)
            Set(KernelTables.KernelPageTable, address / PageSize, address, PageEntry.Kernel | PageEntry.Writable);
        foreach (var segment in kernel.Segments.Where(segment => segment.Access != SegmentAccess.ReadWrite))
            Protect(segment.Address - VirtualMemoryMap.KernelBase, segment.MemoryBytes, PageEntry.Kernel);
        Protect(KernelTables.Address, LargePageSize - KernelTables.Address, PageEntry.Kernel);
        if (kernel.TryFindSymbol(KernelStubs.StackGuardSymbol, out var guard))
            Protect(guard.Address - VirtualMemoryMap.KernelBase, PageSize, default);
    }

    private void Protect(uint address, uint bytes, PageEntry access)
    {
        for (var page = address; page < address + bytes; page += PageSize)
            Set(KernelTables.KernelPageTable, page / PageSize, access == default ? 0 : page, access);
    }

    private void MapKernelWindow(uint directory)
    {
        Set(directory, VirtualMemoryMap.KernelBase / LargePageSize, KernelTables.KernelPageTable, PageEntry.Table & ~PageEntry.User);
        for (var offset = LargePageSize; offset < VirtualMemoryMap.KernelWindow; offset += LargePageSize)
        {
            Set(directory, (VirtualMemoryMap.KernelBase + offset) / LargePageSize, offset,
                PageEntry.Kernel | PageEntry.Writable | PageEntry.LargePage);
        }
    }

    private void Map(uint directory, uint address, uint physicalAddress, uint bytes, PageEntry access)
    {
        for (uint offset = 0; offset < bytes;)
        {
            var (at, physical) = (address + offset, physicalAddress + offset);
            if (at % LargePageSize == 0 && physical % LargePageSize == 0 && bytes - offset >= LargePageSize)
            {
                Set(directory, at / LargePageSize, physical, access | PageEntry.LargePage);
                offset += LargePageSize;
            }
            else
            {
                Set(PageTableOf(directory, at), at % LargePageSize / PageSize, physical, access);
                offset += PageSize;
            }
        }
    }

    private uint PageTableOf(uint directory, uint address)
    {
        var entry = Get(directory, address / LargePageSize);
        if (entry != 0)
            return entry & ~(PageSize - 1);
        var table = KernelTables.Address + (uint)_pages.Count * PageSize;
        _pages.Add(new byte[PageSize]);
        Set(directory, address / LargePageSize, table, PageEntry.Table);
        return table;
    }

    private uint Get(uint table, uint index) => BinaryPrimitives.ReadUInt32LittleEndian(Entry(table, index));

    private void Set(uint table, uint index, uint address, PageEntry flags) =>
        BinaryPrimitives.WriteUInt32LittleEndian(Entry(table, index), address | (uint)flags);

    private Span<byte> Entry(uint table, uint index) =>
        _pages[(int)((table - KernelTables.Address) / PageSize)].AsSpan((int)index * sizeof(uint), sizeof(uint));
}
