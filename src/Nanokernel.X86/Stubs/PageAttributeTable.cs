using Iced.Intel;
using Nanokernel.Model;
using static Iced.Intel.AssemblerRegisters;

namespace Nanokernel.X86.Stubs;

/// <summary>
/// The page attribute table (SDM vol. 3A, 12.12): PCD and PWT of a page choose one of its entries 0 to 3. Entry 2 is write-combining
/// here; after a reset it is uncached, but for what the MTRRs say (UC-), of which nothing here makes use. So a page entry has the same
/// bits whatever its size is. Entries 4 to 7 are those that the PAT bit would choose, and the same as 0 to 3.
/// </summary>
internal static class PageAttributeTable
{
    /// <summary>The bit of the processor's feature in CPUID.01H:EDX.</summary>
    public const int Feature = 16;

    /// <summary>One half of the table: write-back, write-through, write-combining, uncached, from the lowest byte on.</summary>
    public const uint Half = 0x0001_0406;

    private const uint Register = 0x277;            // IA32_PAT

    /// <summary>Whether a system has memory whose kind of caching hangs on the table.</summary>
    public static bool IsUsedBy(CheckedSystem system) => system.Partitions.Any(partition => partition.DeviceWindows.Any(
        window => window.Memory.Caching is MemoryCaching.WriteCombining or MemoryCaching.WriteThrough));

    /// <summary>Writes the table. Paging is off, so no page is cached in the way that an entry meant before.</summary>
    public static void Write(Assembler code)
    {
        code.mov(ecx, Register);
        code.mov(eax, Half);
        code.mov(edx, eax);
        code.wrmsr();
    }
}
