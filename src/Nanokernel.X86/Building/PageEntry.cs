namespace Nanokernel.X86.Building;

/// <summary>Bits of page-directory and page-table entries (Intel SDM volume 3, 4.3, tables 4-4 to 4-6).</summary>
[Flags]
internal enum PageEntry : uint
{
    /// <summary>P: the entry maps something.</summary>
    Present = 1 << 0,

    /// <summary>R/W: writes are allowed; with CR0.WP to supervisor code, too.</summary>
    Writable = 1 << 1,

    /// <summary>U/S: ring 3 has access.</summary>
    User = 1 << 2,

    /// <summary>A: set here, so that the CPU never has to write the entry.</summary>
    Accessed = 1 << 5,

    /// <summary>D: set here for the same reason.</summary>
    Dirty = 1 << 6,

    /// <summary>PS: a directory entry that maps 4 MiB.</summary>
    LargePage = 1 << 7,

    /// <summary>G: the translation survives a load of CR3.</summary>
    Global = 1 << 8,

    /// <summary>A page that only the kernel sees, in every address space.</summary>
    Kernel = Present | Accessed | Dirty | Global,

    /// <summary>A page that the partition may read.</summary>
    UserRead = Present | Accessed | Dirty | User,

    /// <summary>A page that the partition may read and write.</summary>
    UserWrite = UserRead | Writable,

    /// <summary>A directory entry over a page table, whose entries decide.</summary>
    Table = Present | Accessed | User | Writable,
}
