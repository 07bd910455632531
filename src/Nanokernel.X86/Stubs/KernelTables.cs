using Nanokernel.Abi;

namespace Nanokernel.X86.Stubs;

/// <summary>
/// Where the tables that the CPU reads lie in physical memory. The addresses depend on nothing but the number of partitions, so that the
/// kernel can be compiled before a partition is linked.
/// <code>
/// 0x00200000  what the kernel is told about itself after it is linked
///      +1000  boot page directory: the kernel, and the first 4 MiB at their physical addresses
///      +2000  page-directory-pointer tables for PAE: that of the boot, then one a partition
///      +3000  page directories, one a partition
///             everything that these refer to
/// </code>
/// </summary>
internal static class KernelTables
{
    /// <summary>The physical address of the first table.</summary>
    public const uint Address = 0x0020_0000;

    /// <summary>The number of pages before the first partition's page directory.</summary>
    public const int FixedPages = 3;

    /// <summary>The physical address of the page directory that is in force until the first partition runs.</summary>
    public const uint BootDirectory = Address + VirtualMemoryMap.PageSize;

    /// <summary>The page-directory-pointer table that takes the place of <see cref="BootDirectory"/> under PAE.</summary>
    public const uint ExtendedBootRoot = Address + 2 * VirtualMemoryMap.PageSize;

    private const uint ExtendedRootBytes = 32;

    /// <summary>The physical address of a partition's page directory.</summary>
    public static uint PageDirectory(int partition) => Address + (FixedPages + (uint)partition) * VirtualMemoryMap.PageSize;

    /// <summary>The physical address of a partition's page-directory-pointer table under PAE.</summary>
    public static uint ExtendedRoot(int partition) => ExtendedBootRoot + ((uint)partition + 1) * ExtendedRootBytes;
}
