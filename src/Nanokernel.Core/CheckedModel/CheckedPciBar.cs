using Nanokernel.Abi;

namespace Nanokernel.Model;

/// <summary>A BAR of a <see cref="CheckedPciFunction"/>.</summary>
/// <param name="Bar">The BAR.</param>
/// <param name="VirtualAddress">
/// The page in which the owner will see the first byte of its memory, as far into the page as the firmware has put it; 0 for ports.
/// </param>
public sealed record CheckedPciBar(PciBar Bar, uint VirtualAddress)
{
    /// <summary>The bytes of the owner's address space that are set aside for its memory, whole pages; 0 for ports.</summary>
    public uint WindowBytes => Bar.Kind == PciBarKind.Memory ? AlignToPage((uint)Bar.Size) : 0;

    internal static uint AlignToPage(uint value) => (value + VirtualMemoryMap.PageSize - 1) / VirtualMemoryMap.PageSize * VirtualMemoryMap.PageSize;
}
