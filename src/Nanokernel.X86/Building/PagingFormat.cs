using Nanokernel.Abi;

namespace Nanokernel.X86.Building;

/// <summary>A form of the tables that the processor walks. A root is what CR3 holds.</summary>
/// <param name="pages">Where the tables are.</param>
internal abstract class PagingFormat(TablePages pages)
{
    /// <summary>Where the tables are.</summary>
    protected TablePages Pages => pages;

    /// <summary>The root that is in force until the first partition runs.</summary>
    public abstract uint BootRoot { get; }

    /// <summary>The bytes of a large page.</summary>
    protected abstract uint LargePageSize { get; }

    /// <summary>The root of a partition.</summary>
    public abstract uint RootOf(int partition);

    /// <summary>Lets a root show the kernel's tables of another one.</summary>
    public abstract void ShareKernel(uint from, uint to);

    /// <summary>Gives a root a directory of its own with the kernel's entries of another one; the kernel changes it at boot.</summary>
    public abstract void CopyKernel(uint from, uint to);

    /// <summary>Maps a range, with large pages where they fit.</summary>
    /// <param name="root">The address space.</param>
    /// <param name="address">The first virtual address, at a page.</param>
    /// <param name="physicalAddress">The first physical address, at a page.</param>
    /// <param name="bytes">Whole pages.</param>
    /// <param name="access">Who may do what.</param>
    /// <param name="withLargePages">Whether there can be large pages; otherwise each has an entry of its own.</param>
    public void Map(uint root, uint address, uint physicalAddress, uint bytes, PageEntry access, bool withLargePages = true)
    {
        for (uint offset = 0; offset < bytes;)
        {
            var (at, physical) = (address + offset, physicalAddress + offset);
            if (withLargePages && at % LargePageSize == 0 && physical % LargePageSize == 0 && bytes - offset >= LargePageSize)
            {
                SetDirectoryEntry(root, at, physical, access | PageEntry.LargePage);
                offset += LargePageSize;
            }
            else
            {
                MapPage(root, at, physical, access);
                offset += VirtualMemoryMap.PageSize;
            }
        }
    }

    /// <summary>Makes the page tables of a range, in which the kernel maps at boot what is found then.</summary>
    /// <param name="root">The address space.</param>
    /// <param name="address">The first virtual address, at a page.</param>
    /// <param name="bytes">Whole pages.</param>
    public void Reserve(uint root, uint address, uint bytes)
    {
        for (uint offset = 0; offset < bytes; offset += VirtualMemoryMap.PageSize)
            MapPage(root, address + offset, 0, default);
    }

    /// <summary>Shows the kernel the page tables of a range, one behind the other.</summary>
    /// <param name="root">The address space.</param>
    /// <param name="address">The first address of the range, at a large page.</param>
    /// <param name="bytes">Whole pages.</param>
    /// <param name="at">Where the kernel sees them.</param>
    /// <param name="access">What it may do.</param>
    public void ShowTables(uint root, uint address, uint bytes, uint at, PageEntry access)
    {
        for (uint offset = 0; offset < bytes; offset += LargePageSize, at += VirtualMemoryMap.PageSize)
        {
            if (TableAt(root, address + offset) == 0)
                MapPage(root, address + offset, 0, default);
            MapPage(root, at, TableAt(root, address + offset), access);
        }
    }

    /// <summary>Maps one page of 4 KiB.</summary>
    public void MapPage(uint root, uint address, uint physicalAddress, PageEntry access)
    {
        var table = TableAt(root, address);
        if (table == 0)
        {
            table = pages.Add();
            SetDirectoryEntry(root, address, table, PageEntry.Table);
        }

        SetTableEntry(table, address, physicalAddress, access);
    }

    /// <summary>The page table that a directory entry names; 0 where it names none.</summary>
    protected abstract uint TableAt(uint root, uint address);

    /// <summary>Writes the directory entry of an address.</summary>
    protected abstract void SetDirectoryEntry(uint root, uint address, uint physicalAddress, PageEntry flags);

    /// <summary>Writes the entry of an address in a page table.</summary>
    protected abstract void SetTableEntry(uint table, uint address, uint physicalAddress, PageEntry flags);
}
