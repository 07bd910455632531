// What a base address register says (PCI Local Bus Specification 3.0, 6.2.5.1).
namespace Nanokernel.Policy;

/// <summary>Reads the low half of a BAR.</summary>
internal static class PciBaseAddress
{
    private const uint PortSpace = 1u << 0;
    private const uint MemoryType = 3u << 1;
    private const uint Memory64 = 2u << 1;
    private const uint PortFlags = 3;
    private const uint MemoryFlags = 0xF;

    /// <summary>Whether it stands for I/O ports.</summary>
    public static bool IsPorts(uint value) => (value & PortSpace) != 0;

    /// <summary>Whether the next BAR is its upper half.</summary>
    public static bool Is64Bit(uint value) => (value & (MemoryType | PortSpace)) == Memory64;

    /// <summary>The address, without the flags.</summary>
    public static uint AddressOf(uint value) => value & ~FlagsOf(value);

    /// <summary>
    /// The size by what a BAR holds after ones were written to it: the lowest bit that could be set; 0 where there is no BAR. Some
    /// functions leave the upper half of a port BAR out.
    /// </summary>
    public static uint SizeOf(uint probed)
    {
        var bits = probed & ~FlagsOf(probed);
        return bits & (0u - bits);
    }

    private static uint FlagsOf(uint value) => IsPorts(value) ? PortFlags : MemoryFlags;
}
