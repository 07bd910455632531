using Nanokernel.Abi;

namespace Nanokernel.X86.Building;

/// <summary>Rounding to pages.</summary>
internal static class PageAlignment
{
    /// <summary>The lowest multiple of the page size that is not below an address.</summary>
    public static uint AlignToPage(this uint address) => (address + VirtualMemoryMap.PageSize - 1) & ~(VirtualMemoryMap.PageSize - 1);
}
