using Nanokernel.Abi;
using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0220: device memory where the machine has something else, or more of it than a partition can see.</summary>
internal static class DeviceMemoryNotPossible
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0220",
        "Device memory that cannot be mapped",
        "The memory {0} of {1}, claimed by partition '{2}', {3}. Memory is mapped in pages of 4 KiB. State where the device really is.");

    // IBM PC: the adapters' memory lies between the first 640 KiB and the firmware, whose copy in RAM is above 0xE0000.
    private const ulong AdapterStart = 0xA_0000;
    private const ulong AdapterEnd = 0xE_0000;
    private const ulong FirmwareEnd = 0x10_0000;

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            var (count, bytes) = (0u, 0ul);
            foreach (var claim in DeviceMemoryClaim.Of(partition))
            {
                bytes += claim.Memory.PageEnd - claim.Memory.FirstPage;
                var reason = FindReason(system.Machine, claim.Memory);
                if (reason is null && ++count > InformationPage.MemoryWindowMaximum)
                    reason = $"is one more than the {InformationPage.MemoryWindowMaximum} ranges that a partition can have";
                if (reason is null && bytes > VirtualMemoryMap.DeviceMemoryBytes)
                    reason = $"goes beyond the {VirtualMemoryMap.DeviceMemoryBytes >> 20} MiB of device memory that a partition can have";
                if (reason is not null)
                    diagnostics.Report(Descriptor, claim.Location, claim.Memory, claim.Device, partition.Name, reason);
            }
        }
    }

    private static string? FindReason(Machine machine, DeviceMemory memory)
    {
        if (memory.Bytes == 0 || memory.PageEnd > 1ul << 32)
            return "is empty or goes beyond 4 GiB";
        (ulong First, ulong End, string Name)[] others =
        [
            (0, AdapterStart, "RAM"),
            (AdapterEnd, FirmwareEnd, "the firmware"),
            (FirmwareEnd, (ulong)machine.Memory.Bytes, "RAM"),
            Page(machine.LocalApicAddress, "the local APIC"),
            Page(machine.IoApicAddress, "the I/O APIC"),
            Page(machine.HpetAddress, "the HPET"),
        ];
        foreach (var (first, end, name) in others)
        {
            if (memory.Touches(first, end))
                return $"reaches into {name} at 0x{first:X}-0x{end - 1:X}";
        }

        return null;
    }

    private static (ulong First, ulong End, string Name) Page(uint address, string name) =>
        (address, (ulong)address + VirtualMemoryMap.PageSize, name);
}
