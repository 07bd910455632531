using Nanokernel.Abi;
using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0316: an address for shared memory at which a partition cannot see it.</summary>
internal static class ChosenAddressNotPossible
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0316",
        "Address that shared memory cannot have",
        "Shared memory '{0}' of {1} cannot be at 0x{2:X8} for partition '{3}': {4}.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        var taken = new List<(string Partition, string Name, ulong Start, ulong End, SourceLocation? Location)>();
        foreach (var memory in system.Channels.OfType<SharedMemoryDeclaration>())
        {
            foreach (var wire in memory.Wires.Where(wire => wire.Address is not null))
            {
                var start = (ulong)wire.Address!.Value;
                var end = start + (ulong)Math.Max(0, memory.Size.Bytes);
                var other = taken.FirstOrDefault(other => other.Partition == wire.Partition && start < other.End && other.Start < end);
                var reason = (start, end, other.Name) switch
                {
                    _ when start % VirtualMemoryMap.PageSize != 0 => "it is no multiple of 4 KiB",
                    _ when start < VirtualMemoryMap.ChosenChannelBase || end > VirtualMemoryMap.DeviceMemoryBase =>
                        $"it has to lie between 0x{VirtualMemoryMap.ChosenChannelBase:X8} and 0x{VirtualMemoryMap.DeviceMemoryBase - 1:X8}",
                    (_, _, not null) => $"'{other.Name}' is at 0x{other.Start:X8}-0x{other.End - 1:X8}",
                    _ => "",
                };
                taken.Add((wire.Partition, memory.Name, start, end, wire.Location));
                if (reason.Length > 0)
                    diagnostics.Report(Descriptor, wire.Location, memory.Name, memory.Size, start, wire.Partition, reason);
            }
        }
    }
}
