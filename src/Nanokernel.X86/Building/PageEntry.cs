namespace Nanokernel.X86.Building;

/// <summary>Bits of page-directory and page-table entries (Intel SDM volume 3, 4.3 and 4.4, tables 4-4 to 4-6 and 4-9 to 4-11).</summary>
[Flags]
internal enum PageEntry : ulong
{
    /// <summary>P: the entry maps something.</summary>
    Present = 1 << 0,

    /// <summary>R/W: writes are allowed; with CR0.WP to supervisor code, too.</summary>
    Writable = 1 << 1,

    /// <summary>U/S: ring 3 has access.</summary>
    User = 1 << 2,

    /// <summary>PWT: the lower bit of the page's entry in the page attribute table, whose entry 1 is write-through.</summary>
    WriteThrough = 1 << 3,

    /// <summary>
    /// PCD: the upper bit of that entry. Entry 3 is uncached; entry 2 is write-combining where the boot stub has made it so
    /// (<see cref="Stubs.PageAttributeTable"/>).
    /// </summary>
    CacheDisable = 1 << 4,

    /// <summary>A: set here, so that the CPU never has to write the entry.</summary>
    Accessed = 1 << 5,

    /// <summary>D: set here for the same reason.</summary>
    Dirty = 1 << 6,

    /// <summary>PS: a directory entry that maps 4 MiB.</summary>
    LargePage = 1 << 7,

    /// <summary>G: the translation survives a load of CR3.</summary>
    Global = 1 << 8,

    /// <summary>XD: nothing is fetched from the page. Only PAE paging has the bit; the 32-bit tables are written without it.</summary>
    NoExecute = 1UL << 63,

    /// <summary>The kernel's code.</summary>
    KernelExecute = Present | Accessed | Dirty | Global,

    /// <summary>A page that the kernel may read.</summary>
    KernelRead = KernelExecute | NoExecute,

    /// <summary>A page that the kernel may read and write.</summary>
    KernelWrite = KernelRead | Writable,

    /// <summary>The same for memory that outlives a reset, which drops what is in a cache only.</summary>
    KernelWriteThrough = KernelWrite | WriteThrough,

    /// <summary>Registers of a device that only the kernel drives.</summary>
    KernelDevice = KernelWrite | WriteThrough | CacheDisable,

    /// <summary>What the kernel may read in the address space of one partition alone.</summary>
    OwnKernelRead = KernelRead & ~Global,

    /// <summary>What the kernel may write in the address space of one partition alone.</summary>
    OwnKernelWrite = KernelWrite & ~Global,

    /// <summary>Memory at its physical address, while the kernel starts.</summary>
    Boot = Present | Writable,

    /// <summary>The code of a partition.</summary>
    UserExecute = Present | Accessed | Dirty | User,

    /// <summary>A page that the partition may read.</summary>
    UserRead = UserExecute | NoExecute,

    /// <summary>A page that the partition may read and write.</summary>
    UserWrite = UserRead | Writable,

    /// <summary>Memory of a device that the partition owns, of which no cache keeps anything.</summary>
    UserUncached = UserWrite | WriteThrough | CacheDisable,

    /// <summary>The same with writes that wait and leave together.</summary>
    UserWriteCombining = UserWrite | CacheDisable,

    /// <summary>The same with reads that a cache keeps.</summary>
    UserWriteThrough = UserWrite | WriteThrough,

    /// <summary>A directory entry over a page table, whose entries decide.</summary>
    Table = Present | Accessed | User | Writable,
}
