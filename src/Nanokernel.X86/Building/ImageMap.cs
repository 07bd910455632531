using System.Globalization;
using System.Text;
using Nanokernel.Abi;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Building;

/// <summary>Writes <c>NAME.map.txt</c>: physical memory from bottom to top, then the functions and data of kernel and partitions.</summary>
internal static class ImageMap
{
    public static string Write(LinkedSystem system, ElfImage elf)
    {
        var text = new StringBuilder();
        Append(text, $"{system.System.Name}: physical memory\n\n");
        Append(text, $"{"physical",-10} {"virtual",-10} {"bytes",10} {"in file",10} access  what\n");
        foreach (var segment in elf.Segments.Concat(HeapsAndStacks(system)).Concat(Kept(system)).OrderBy(segment => segment.PhysicalAddress))
        {
            Append(text,
                $"0x{segment.PhysicalAddress:X8} 0x{segment.VirtualAddress:X8} {segment.MemoryBytes,10} {segment.Data.Length,10} {Rights(segment.Access),-7} {segment.Name}\n");
        }

        AppendPciFunctions(text, system);
        AppendSymbols(text, "kernel", system.Kernel);
        foreach (var partition in system.Partitions)
        {
            AppendSymbols(text, $"partition {partition.Partition.Name}", partition.Image);
            AppendPrivileged(text, partition.Image);
        }

        return text.ToString();
    }

    private static void AppendPciFunctions(StringBuilder text, LinkedSystem system)
    {
        if (!system.System.PciFunctions.Any())
            return;
        Append(text, $"\nPCI functions: physical addresses, ports and lines are found at boot\n\n{"virtual",-10} {"bytes",10}  what\n");
        foreach (var (owner, function) in system.System.PciFunctions)
        {
            var name = $"{owner.Name}: {function.Function}";
            if (function.Bars.IsEmpty)
                Append(text, $"{"-",-10} {"-",10}  {name}\n");
            foreach (var bar in function.Bars)
            {
                if (bar.Bar.Kind == PciBarKind.Memory)
                    Append(text, $"0x{bar.VirtualAddress:X8} {bar.Bar.Size,10}  {name}, {bar.Bar}\n");
                else
                    Append(text, $"{"-",-10} {"-",10}  {name}, {bar.Bar}\n");
            }
        }
    }

    /// <summary>What no loader writes.</summary>
    private static IEnumerable<ElfSegment> HeapsAndStacks(LinkedSystem system)
    {
        foreach (var (partition, _, memory, _) in system.Partitions)
        {
            var toPhysical = system.Layout.Partitions[partition.Index].PhysicalBase - VirtualMemoryMap.PartitionBase;
            foreach (var (name, range) in new[] { ("heap", memory.Heap), ("stack", memory.Stack) })
            {
                yield return new ElfSegment(
                    $"{partition.Name}.{name}", SegmentAccess.ReadWrite, range.Address, range.Address + toPhysical, ReadOnlyMemory<byte>.Empty, range.Bytes);
            }
        }
    }

    private static IEnumerable<ElfSegment> Kept(LinkedSystem system)
    {
        var history = VirtualMemoryMap.PersistentHistories;
        foreach (var region in system.System.Regions.Where(region => region.IsKept))
        {
            var place = system.Layout.Regions[region.Index];
            var address = place.VirtualAddress;
            if (region.Uses.IsEmpty)
            {
                address = history;
                history += region.Bytes;
            }

            yield return new ElfSegment(
                region.Name, SegmentAccess.ReadWrite, address, place.PhysicalAddress, ReadOnlyMemory<byte>.Empty, region.Bytes);
        }

        if (system.Layout.Trace is { } trace)
        {
            yield return new ElfSegment(
                "trace", SegmentAccess.ReadWrite, VirtualMemoryMap.Trace, trace.PhysicalAddress, ReadOnlyMemory<byte>.Empty, trace.Bytes);
        }
    }

    private static void AppendSymbols(StringBuilder text, string title, LinkedImage image)
    {
        Append(text, $"\n{title}\n\n{"address",-10} {"bytes",8}  name\n");
        foreach (var symbol in image.Symbols)
            Append(text, $"0x{symbol.Address:X8} {symbol.Size,8}  {symbol.DisplayName}\n");
    }

    private static void AppendPrivileged(StringBuilder text, LinkedImage image)
    {
        Append(text, $"\nprivileged instructions, and port accesses, which need an owned port\n\n{"address",-10} {"instruction",-20} method\n");
        foreach (var found in Verifier.FindPrivileged(image))
            Append(text, $"0x{found.Address:X8} {found.Text,-20} {found.Method}\n");
    }

    private static string Rights(SegmentAccess access) => access switch
    {
        SegmentAccess.ReadExecute => "r-x",
        SegmentAccess.Read => "r--",
        _ => "rw-",
    };

    private static void Append(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture));
}
