using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Nanokernel.Abi;
using Nanokernel.Model;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Building;

/// <summary>Writes the <see cref="InformationPage"/> of a partition.</summary>
internal static class InformationPages
{
    /// <summary>Makes the page of one partition.</summary>
    /// <param name="system">The linked system.</param>
    /// <param name="index">The partition.</param>
    /// <param name="symbolTableAddress">Where the kernel sees its symbol table, 0 for none.</param>
    /// <param name="buildIdentity">See <see cref="BuildIdentity"/>.</param>
    public static byte[] Build(LinkedSystem system, int index, uint symbolTableAddress, ulong buildIdentity)
    {
        var (partition, image, memory, _) = system.Partitions[index];
        var entries = system.Partitions[index].Entries;
        var text = image.Segments.Single(segment => segment.Access == SegmentAccess.ReadExecute);
        var page = new byte[VirtualMemoryMap.PageSize];
        MemoryMarshal.Write(page, new InformationPage
        {
            Magic = InformationPage.MagicValue,
            AbiVersion = AbiVersion.Current,
            PartitionIndex = (uint)index,
            EntryAddress = entries.Start,
            UpcallAddress = entries.Upcall,
            TextStart = text.Address,
            TextEnd = text.Address + (uint)text.Data.Length,
            HeapStart = memory.Heap.Address,
            HeapEnd = memory.Heap.End,
            StackBottom = memory.Stack.Address,
            StackTop = memory.Stack.End,
            SymbolTableAddress = symbolTableAddress,
            ChannelEndCount = (uint)partition.Ends.Length,
            PciFunctionCount = (uint)partition.PciFunctions.Length,
            MemoryWindowCount = (uint)(partition.DeviceWindows.Length + partition.DmaBuffers.Length),
            ConsolePort = partition.Console?.Port ?? 0u,
            ConsoleLine = (uint)(partition.Console?.Line ?? 0),
            ExceptionAddress = entries.Exception,
            ImageEnd = memory.Image.End,
            BuildIdentity = buildIdentity,
        });
        foreach (var end in partition.Ends)
        {
            var offset = (int)InformationPage.ChannelEndsOffset + end.Index * Marshal.SizeOf<ChannelEnd>();
            MemoryMarshal.Write(page.AsSpan(offset), Describe(system, index, end));
        }

        for (var i = 0; i < partition.PciFunctions.Length; i++)
            MemoryMarshal.Write(page.AsSpan((int)InformationPage.PciFunctionsOffset + i * Unsafe.SizeOf<PciFunctionRecord>()), Describe(partition.PciFunctions[i]));

        var windowOffset = (int)InformationPage.MemoryWindowsOffset;
        foreach (var window in WindowsOf(system, partition))
        {
            MemoryMarshal.Write(page.AsSpan(windowOffset), window);
            windowOffset += Marshal.SizeOf<MemoryWindow>();
        }

        return page;
    }

    /// <summary>What is known before boot: the rest is the kernel's to fill in.</summary>
    private static PciFunctionRecord Describe(CheckedPciFunction function)
    {
        var record = default(PciFunctionRecord);
        Encoding.ASCII.GetBytes(function.Function.Name, record.Name);
        foreach (var bar in function.Bars)
        {
            record.Bars[bar.Bar.Index] = new PciBarRecord
            {
                Address = bar.VirtualAddress,
                Size = (uint)bar.Bar.Size,
                Kind = PciTables.KindOf(bar.Bar),
            };
        }

        return record;
    }

    /// <summary>The device memory of a partition, then its buffers for bus masters.</summary>
    private static IEnumerable<MemoryWindow> WindowsOf(LinkedSystem system, CheckedPartition partition) =>
    [
        .. partition.DeviceWindows.Select(window => new MemoryWindow
        {
            Address = window.VirtualAddress,
            Bytes = window.Memory.Bytes,
            PhysicalAddress = window.Memory.PhysicalAddress,
            Kind = MemoryWindow.DeviceMemory,
        }),
        .. partition.DmaBuffers.Zip(system.Layout.DmaBuffersOf(partition), (buffer, placement) => new MemoryWindow
        {
            Address = buffer.VirtualAddress,
            Bytes = buffer.Bytes,
            PhysicalAddress = placement.PhysicalAddress,
            Kind = MemoryWindow.DmaBuffer,
        }),
    ];

    private static ChannelEnd Describe(LinkedSystem system, int partition, CheckedChannelEnd end)
    {
        var channel = end.Channel;
        var queue = channel as CheckedQueue;
        var regions = channel.Regions;
        uint AddressOf(int place)
        {
            var region = regions[place];
            return system.Layout.Regions[region.Index].AddressFor(region.Uses.Single(use => use.Partition == partition));
        }

        var next = end.FirstRegion + end.RegionStep;
        return new ChannelEnd
        {
            Address = regions.IsEmpty ? 0 : AddressOf(end.FirstRegion),
            Bytes = regions.IsEmpty ? 0 : regions[0].Bytes,
            Capacity = queue is not null ? (uint)queue.Capacity : Mask(channel.PartitionsOf(ChannelRole.EventPoster)),
            SlotMask = queue is null ? 0 : (uint)queue.SlotCount - (queue.Kind == ChannelKind.RecordQueue ? RecordHeader.Bytes : 1),
            MessageBytes = (uint)(queue?.MessageBytes ?? channel.Message?.Size ?? 0),
            RingStride = regions.Length > next && BitOperations.PopCount(end.Peers) > 1 ? AddressOf(next) - AddressOf(end.FirstRegion) : 0,
            Peers = end.Peers,
            EndIndex = (uint)end.Index,
            Kind = (uint)end.Role,
            Policy = channel.Policy,
            NameHash = channel.NameHash,
            Fingerprint = channel.Message?.Fingerprint ?? 0,
        };
    }

    private static uint Mask(IEnumerable<int> partitions) => partitions.Aggregate(0u, (mask, index) => mask | (1u << index));
}
