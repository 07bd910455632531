using CsCheck;
using Nanokernel.Abi;
using Nanokernel.Checking;
using Nanokernel.Core.Tests.Rules;
using Nanokernel.Layout;
using Nanokernel.Model;

namespace Nanokernel.Core.Tests.Layout;

public sealed class PartitionMemoryMapTests
{
    [Fact]
    public void An_image_that_just_fits_leaves_the_stated_heap_and_stack()
    {
        Assert.True(PartitionMemoryMap.TryCreate(Partition(256.KiB(), 64.KiB(), 64.KiB()), 120 * 1024, [], out var map));

        Assert.Equal("0x00400000-0x0041DFFF", map.Image.ToString());
        Assert.Equal("0x0041F000-0x0042EFFF", map.Heap.ToString());
        Assert.Equal("0x00430000-0x0043FFFF", map.Stack.ToString());
    }

    [Fact]
    public void Without_a_stated_heap_it_takes_what_is_left()
    {
        Assert.True(PartitionMemoryMap.TryCreate(Partition(1.MiB(), 64.KiB(), heap: null), 10_000, [], out var map));

        Assert.Equal("0x00404000-0x004EEFFF", map.Heap.ToString());
        Assert.Equal("0x004F0000-0x004FFFFF", map.Stack.ToString());
    }

    [Fact]
    public void Image_heap_and_stack_never_touch_each_other() =>
        Gen.Select(Gen.Int[8, 600], Gen.Int[1, 40], Gen.Int[0, 40], Gen.UInt[1, 300_000]).Sample((pages, stack, heap, image) =>
        {
            if (stack + Math.Max(heap, 1) + 3 > pages)
                return;
            var partition = Partition(Pages(pages), Pages(stack), heap == 0 ? null : Pages(heap));
            var diagnostics = new DiagnosticBag();
            if (!PartitionMemoryMap.TryCreate(partition, image, diagnostics, out var map))
            {
                Assert.Equal("NK0107", Assert.Single(diagnostics).Rule.Id);
                return;
            }

            Assert.True(map.Image.Bytes >= image);
            Assert.Equal(VirtualMemoryMap.PartitionBase, map.Image.Address);
            Assert.Equal(map.Image.End + VirtualMemoryMap.PageSize, map.Heap.Address);
            Assert.True(map.Heap.End + VirtualMemoryMap.PageSize <= map.Stack.Address);
            Assert.Equal(VirtualMemoryMap.PartitionBase + partition.MemoryBytes, map.Stack.End);
            Assert.True(heap == 0 || map.Heap.Bytes == partition.HeapBytes);
        });

    private static ByteSize Pages(int count) => new(count * (long)VirtualMemoryMap.PageSize);

    private static CheckedPartition Partition(ByteSize memory, ByteSize stack, ByteSize? heap)
    {
        var system = SystemBuilder.Create("plant", Machines.Pc);
        var partition = system.AddPartition("control", Sample.Project("Control")).WithMemory(memory).WithStack(stack);
        if (heap is { } bytes)
            partition.WithHeap(bytes);
        return new Sample(system).CheckedSystem().Partitions[0];
    }
}
