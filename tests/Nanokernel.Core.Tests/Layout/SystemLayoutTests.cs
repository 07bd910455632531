using CsCheck;
using Nanokernel.Abi;
using Nanokernel.Core.Tests.Rules;
using Nanokernel.Layout;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Core.Tests.Layout;

public sealed class SystemLayoutTests
{
    private const uint LargePage = 0x40_0000;

    private const int BufferMaximum = 8;

    private static readonly Device Card = new("card") { IsBusMaster = true };

    /// <summary>
    /// Pages of each partition's memory, its priority, and whether it starts anew; then each queue's capacity and message bytes; then each buffer's pages, the power
    /// of two that it is aligned to, and whether it has to lie below 64 MiB.
    /// </summary>
    private static readonly Gen<Shape> Systems =
        Gen.Select(
            Gen.Select(Gen.OneOf(Gen.Int[32, 300], Gen.Int[1_000, 3_000]), Gen.Byte, Gen.Bool, (pages, priority, restarts) => (pages, priority, restarts)).Array[2, 16],
            Gen.Select(Gen.Int[1, 1_000], Gen.Int[1, 2_048], (capacity, bytes) => (capacity, bytes)).Array[0, 10],
            Gen.Select(Gen.Int[1, 200], Gen.Int[12, 20], Gen.Bool, (pages, alignment, isLow) => (pages, alignment, isLow)).Array[0, BufferMaximum],
            (partitions, queues, buffers) => new Shape(partitions, queues, buffers));

    [Fact]
    public void No_two_ranges_overlap_and_all_lie_above_the_kernel() => Systems.Sample(shape =>
    {
        var system = Create(shape);
        var layout = SystemLayout.Solve(system);

        var ranges = PhysicalRanges(layout).OrderBy(range => range.Address).ToList();

        Assert.All(ranges.Zip(ranges.Skip(1)), pair => Assert.False(pair.First.Overlaps(pair.Second), $"{pair.First} {pair.Second}"));
        Assert.All(ranges, range => Assert.True(range.Address >= VirtualMemoryMap.KernelPhysicalBase + layout.KernelBytes));
        Assert.Equal(ranges.Max(range => range.End), layout.PhysicalMemoryBytes);
        Assert.True(layout.PhysicalMemoryBytes <= system.Machine.Memory.Bytes);
    });

    [Fact]
    public void The_kernel_sees_what_it_shares_with_partitions_and_nothing_else_of_theirs() => Systems.Sample(shape =>
    {
        var layout = SystemLayout.Solve(Create(shape));

        var shared = layout.Partitions.SelectMany(partition => new[] { partition.ControlPageAddress, partition.InformationPageAddress })
            .Select(page => new MemoryRange(page, VirtualMemoryMap.PageSize))
            .Concat(layout.Regions.Select(region => region.Memory));
        Assert.All(shared, range => Assert.True(range.End <= layout.KernelWindowEnd));
        Assert.All(layout.Partitions, partition => Assert.True(partition.PhysicalBase >= layout.KernelWindowEnd));
        Assert.All(layout.DmaBuffers, buffer => Assert.True(buffer.PhysicalAddress >= layout.KernelWindowEnd));
    });

    [Fact]
    public void Buffers_are_within_reach_of_their_devices() => Systems.Sample(shape =>
    {
        var system = Create(shape);
        var layout = SystemLayout.Solve(system);

        foreach (var partition in system.Partitions)
        {
            Assert.Equal(partition.DmaBuffers.Select(buffer => buffer.Name), layout.DmaBuffersOf(partition).Select(placement => placement.Name));
            Assert.All(partition.DmaBuffers.Zip(layout.DmaBuffersOf(partition)), pair =>
            {
                Assert.Equal(pair.First.Bytes, pair.Second.Bytes);
                Assert.Equal(0u, pair.Second.PhysicalAddress % pair.First.Alignment);
                Assert.True((ulong)pair.Second.PhysicalAddress + pair.Second.Bytes <= pair.First.Limit);
            });
            var places = partition.DmaBuffers.Select(buffer => new MemoryRange(buffer.VirtualAddress, buffer.Bytes)).ToList();
            Assert.All(places.Zip(places.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Address));
        }
    });

    [Fact]
    public void Memory_of_devices_and_PCI_functions_lies_in_pages_of_its_own_within_its_addresses() =>
        Gen.Select(Gen.Select(Gen.UInt[0, 8_000], Gen.UInt[1, 9_000]).Array[0, 3], Gen.Int[4, 22].Array[1, 6].Array[1, 3]).Sample((devices, functions) =>
        {
            var builder = SystemBuilder.Create("plant", Machines.Pc);
            var partition = builder.AddPartition("control", Sample.Project("Control"));
            for (var i = 0; i < devices.Length; i++)
                partition.OwnsDevice(new Device($"device {i}") { Memory = [new(0xE000_0000 + (uint)i * 0x10_0000 + devices[i].Item1, devices[i].Item2)] });
            for (var i = 0; i < functions.Length; i++)
                partition.OwnsPciFunction(new PciFunction($"card{i}", PciMatch.ByAddress(0, i)) { Bars = [.. functions[i].Select((bits, bar) => new PciBar(bar, PciBarKind.Memory, 1L << bits))] });
            var owner = new Sample(builder).CheckedSystem().Partitions[0];

            var ranges = owner.DeviceWindows.Select(window => (First: window.VirtualAddress, Last: window.VirtualAddress + window.Memory.Bytes - 1))
                .Concat(owner.PciFunctions.SelectMany(function => function.Bars).Select(bar => (First: bar.VirtualAddress, Last: bar.VirtualAddress + bar.WindowBytes - 1)))
                .ToList();

            Assert.All(owner.PciFunctions.SelectMany(function => function.Bars), bar => Assert.Equal(0u, bar.VirtualAddress % VirtualMemoryMap.PageSize));
            Assert.All(ranges.Zip(ranges.Skip(1)), pair => Assert.True(pair.First.Last / VirtualMemoryMap.PageSize < pair.Second.First / VirtualMemoryMap.PageSize));
            Assert.InRange(ranges[0].First, VirtualMemoryMap.DeviceMemoryBase, ranges[^1].Last);
            Assert.InRange(ranges[^1].Last, ranges[0].First, VirtualMemoryMap.DeviceMemoryBase + VirtualMemoryMap.DeviceMemoryBytes - 1);
        });

    [Fact]
    public void Everything_is_aligned_to_its_pages() => Systems.Sample(shape =>
    {
        var layout = SystemLayout.Solve(Create(shape));

        Assert.All(PhysicalRanges(layout), range =>
        {
            Assert.Equal(0u, range.Address % VirtualMemoryMap.PageSize);
            Assert.Equal(0u, range.Bytes % VirtualMemoryMap.PageSize);
        });
        Assert.All(
            layout.Partitions.Where(partition => partition.Bytes >= LargePage),
            partition => Assert.Equal(0u, partition.PhysicalBase % LargePage));
    });

    [Fact]
    public void Queues_hold_what_was_asked_and_do_not_overlap_for_the_partitions() => Systems.Sample(shape =>
    {
        var system = Create(shape);
        var layout = SystemLayout.Solve(system);

        Assert.All(system.Queues, queue =>
        {
            Assert.All(queue.Regions, region => Assert.True(layout.Regions[region.Index].Bytes >= QueueHeader.SlotsOffset + queue.SlotCount * queue.MessageBytes));
            Assert.True(queue.SlotCount >= queue.Capacity && int.IsPow2(queue.SlotCount) && queue.SlotCount < 2 * queue.Capacity);
        });
        var virtualRanges = layout.Regions.Select(region => new MemoryRange(region.VirtualAddress, region.Bytes)).ToList();
        Assert.All(virtualRanges.Zip(virtualRanges.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Address));
        Assert.All(virtualRanges, range => Assert.InRange(range.Address, VirtualMemoryMap.ChannelBase, VirtualMemoryMap.ChosenChannelBase - VirtualMemoryMap.PageSize));
    });

    [Fact]
    public void The_same_system_has_the_same_layout() => Systems.Sample(shape =>
    {
        var first = SystemLayout.Solve(Create(shape));
        var second = SystemLayout.Solve(Create(shape));

        Assert.Equal(first.Partitions, second.Partitions);
        Assert.Equal(first.Regions, second.Regions);
        Assert.Equal(first.DmaBuffers, second.DmaBuffers);
        Assert.Equal(first.PhysicalMemoryBytes, second.PhysicalMemoryBytes);
    });

    [Fact]
    public void Partitions_are_indexed_by_urgency_and_placed_as_low_as_those_added_before_them_let_them() => Systems.Sample(shape =>
    {
        var system = Create(shape);
        var layout = SystemLayout.Solve(system);

        Assert.Equal(system.Partitions.OrderByDescending(p => p.Priority).ThenBy(p => p.DeclarationIndex), system.Partitions);
        var taken = layout.DmaBuffers.Select(buffer => buffer.Memory).ToList();
        foreach (var partition in system.Partitions.OrderBy(p => p.DeclarationIndex))
        {
            var memory = layout.Partitions[partition.Index].Memory;
            Assert.Equal(LowestPlace(taken, layout.KernelWindowEnd, memory.Bytes, memory.Bytes >= LargePage ? LargePage : VirtualMemoryMap.PageSize), memory.Address);
            taken.Add(memory);
        }

        Assert.All(system.Partitions, p => Assert.Equal(p.MemoryBytes, layout.Partitions[p.Index].Bytes));
    });

    [Fact]
    public void Copies_of_partitions_that_start_anew_hold_the_largest_image_and_lie_as_low_as_the_partitions_let_them() => Systems.Sample(shape =>
    {
        var system = Create(shape);
        var layout = SystemLayout.Solve(system);

        Assert.Equal(
            shape.Partitions.Select(partition => partition.Restarts),
            system.Partitions.OrderBy(p => p.DeclarationIndex).Select(p => p.IsRestartable));
        Assert.All(
            system.Partitions, p => Assert.Equal(p.IsRestartable ? p.MemoryBytes - p.StackBytes - (2 * VirtualMemoryMap.PageSize) : 0, layout.Partitions[p.Index].Slots.Bytes));
        var taken = layout.DmaBuffers.Select(buffer => buffer.Memory).Concat(layout.Partitions.Select(partition => partition.Memory)).ToList();
        foreach (var partition in system.Partitions.Where(p => p.IsRestartable).OrderBy(p => p.DeclarationIndex))
        {
            var copy = layout.Partitions[partition.Index].Slots;
            Assert.Equal(LowestPlace(taken, layout.KernelWindowEnd, copy.Bytes, VirtualMemoryMap.PageSize), copy.Address);
            taken.Add(copy);
        }
    });

    [Fact]
    public void Copies_move_no_partition_and_no_buffer() => Systems.Sample(shape =>
    {
        var with = SystemLayout.Solve(Create(shape));
        var without = SystemLayout.Solve(Create(shape with { Partitions = [.. shape.Partitions.Select(p => p with { Restarts = false })] }));

        Assert.Equal(without.Partitions.Select(p => p.Memory), with.Partitions.Select(p => p.Memory));
        Assert.Equal(without.DmaBuffers, with.DmaBuffers);
        Assert.Equal(without.KernelWindowEnd, with.KernelWindowEnd);
    });

    [Fact]
    public void A_priority_does_not_move_a_partition() => Systems.Sample(shape =>
    {
        var first = SystemLayout.Solve(Create(shape));
        var levelled = SystemLayout.Solve(Create(shape with { Partitions = [.. shape.Partitions.Select(p => p with { Priority = 7 })] }));

        Assert.Equal(first.Partitions.Order(ByAddress), levelled.Partitions.Order(ByAddress));
    });

    [Fact]
    public void A_trace_moves_nothing_and_lies_behind_what_loaders_write() => Systems.Sample(shape =>
    {
        var without = SystemLayout.Solve(Create(shape));
        var with = SystemLayout.Solve(Create(shape, system => system.WithTrace(16.KiB())));

        Assert.Equal(PhysicalRanges(without), PhysicalRanges(with));
        Assert.Equal(without.PhysicalMemoryBytes + 0x4000, with.Trace!.PhysicalAddress);
        Assert.Equal(0x5000u, with.Trace.Bytes);
        Assert.Equal(with.Trace.Memory.End, with.PhysicalMemoryBytes);
    });

    private static Comparer<PartitionPlacement> ByAddress { get; } =
        Comparer<PartitionPlacement>.Create((left, right) => left.PhysicalBase.CompareTo(right.PhysicalBase));

    private static IEnumerable<MemoryRange> PhysicalRanges(SystemLayout layout) =>
        layout.Partitions.Select(partition => partition.Memory)
            .Concat(layout.Partitions.Select(partition => new MemoryRange(partition.ControlPageAddress, VirtualMemoryMap.PageSize)))
            .Concat(layout.Partitions.Select(partition => new MemoryRange(partition.InformationPageAddress, VirtualMemoryMap.PageSize)))
            .Concat(layout.Regions.Select(region => region.Memory))
            .Concat(layout.DmaBuffers.Select(buffer => buffer.Memory))
            .Concat(layout.Partitions.Where(partition => partition.SlotCount != 0).Select(partition => partition.Slots));

    /// <summary>By trying one address after the other.</summary>
    private static uint LowestPlace(List<MemoryRange> taken, uint start, uint bytes, uint alignment)
    {
        var address = (start + alignment - 1) / alignment * alignment;
        while (taken.Any(range => range.Overlaps(new MemoryRange(address, bytes))))
            address += alignment;
        return address;
    }

    private static CheckedSystem Create(Shape shape, Action<SystemBuilder>? statement = null)
    {
        var (partitions, queues, buffers) = shape;
        var system = SystemBuilder.Create("random", Machines.Pc with { Memory = 768.MiB() });
        var builders = partitions.Select((partition, index) => system
            .AddPartition($"p{index}", Sample.Project("Worker"))
            .WithMemory(new ByteSize(partition.Pages * (long)VirtualMemoryMap.PageSize))
            .WithPriority(new Priority(partition.Priority))
            .OnFault(partition.Restarts ? FaultAction.Restart : FaultAction.Stop)).ToList();
        foreach (var (index, buffer) in buffers.Index())
        {
            builders[index % builders.Count]
                .OwnsDevice(Card with { Name = $"card {index}" })
                .WithDmaBuffer(
                    $"b{index}", new ByteSize(buffer.Pages * (long)VirtualMemoryMap.PageSize), buffer.IsLow ? 64.MiB() : null,
                    new ByteSize(1L << buffer.Alignment));
        }

        foreach (var (index, queue) in queues.Index())
            system.AddQueue($"q{index}", queue.Capacity).From(builders[index % builders.Count]).To(builders[(index + 1) % builders.Count]);
        statement?.Invoke(system);
        var sample = new Sample(system);
        foreach (var (index, builder) in builders.Index())
        {
            sample.WithManifest(builder.Name,
            [
                .. queues.Index()
                    .Where(queue => queue.Index % builders.Count == index)
                    .Select(queue => Sample.Sends($"q{queue.Index}", Message(queue.Item.Bytes))),
                .. queues.Index()
                    .Where(queue => (queue.Index + 1) % builders.Count == index)
                    .Select(queue => Sample.Receives($"q{queue.Index}", Message(queue.Item.Bytes))),
            ]);
        }

        return sample.CheckedSystem();
    }

    private sealed record Shape(
        (int Pages, byte Priority, bool Restarts)[] Partitions, (int Capacity, int Bytes)[] Queues, (int Pages, int Alignment, bool IsLow)[] Buffers);

    private static MessageLayout Message(int bytes) => new("Block", bytes, [new MessageField(0, 1, "u1", "First")]);
}
