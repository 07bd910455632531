namespace Nanokernel.Core.Tests.Rules;

internal static class DmaSamples
{
    private static readonly Device Card = new("card") { IsBusMaster = true };

    // A partition with a buffer has a bus master.
    internal static IEnumerable<RuleSample> All =>
    [
        .. Buffers.Select(sample => sample with { Accepted = "NK0236" }),
        new(
            "NK0236",
            () => PortSamples.Two(partition => partition.OwnsDevice(Card, Sample.File, 3), _ => { }),
            "Plant.cs(3): warning NK0236: Device 'card' of partition 'control' may master the bus: it can read and write all memory, that of "
            + "the kernel and of 'monitor' too. No IOMMU confines it. Leave IsBusMaster out if the partition works without, or trust 'control' "
            + "with the machine.",
            () => PortSamples.Two(partition => partition.OwnsDevice(Card with { IsBusMaster = false }), _ => { })),
    ];

    private static IEnumerable<RuleSample> Buffers =>
    [
        new(
            "NK0001",
            () => With(partition => partition.WithDmaBuffer("ReceiveRing", 4.KiB(), null, null, Sample.File, 3)),
            "Plant.cs(3): error NK0001: DMA buffer of 'control' name 'ReceiveRing' is not valid. A name is a lower-case letter and up to 30 "
            + "lower-case letters, digits and hyphens. Did you mean 'receive-ring'?",
            () => With(partition => partition.WithDmaBuffer("receive-ring", 4.KiB(), null, null, Sample.File, 3))),
        new(
            "NK0002",
            () => With(partition => partition
                .WithDmaBuffer("ring", 4.KiB(), null, null, Sample.File, 3).WithDmaBuffer("ring", 8.KiB(), null, null, Sample.File, 4)),
            "Plant.cs(4): error NK0002: DMA buffer of 'control' 'ring' is added twice. A name stands for one DMA buffer of 'control': rename "
            + "one of the two. First claim: Plant.cs(3).",
            () => With(partition => partition
                .WithDmaBuffer("ring", 4.KiB(), null, null, Sample.File, 3).WithDmaBuffer("blocks", 8.KiB(), null, null, Sample.File, 4))),
        new(
            "NK0104",
            () => With(partition => partition.WithMemory(123.MiB()).WithDmaBuffer("ring", 1024.KiB(), null, null, Sample.File, 3)),
            "Plant.cs(1): error NK0104: System 'plant' needs 131 MiB of RAM (kernel 4 MiB, 'control' 123 MiB with DMA buffer 'ring' 1 MiB), "
            + "but machine 'pc' has 128 MiB. Give partitions less, or state a larger machine: Machines.Pc with { Memory = 131.MiB() }.",
            () => With(partition => partition.WithMemory(120.MiB()).WithDmaBuffer("ring", 1024.KiB(), null, null, Sample.File, 3))),
        new(
            "NK0108",
            () => With(partition => partition.WithDmaBuffer("ring", new ByteSize(100), null, null, Sample.File, 3)),
            "Plant.cs(3): error NK0108: The DMA buffer 'ring' of partition 'control' has 100 bytes. State a positive multiple of 4 KiB.",
            () => With(partition => partition.WithDmaBuffer("ring", 4.KiB(), null, null, Sample.File, 3))),
        new(
            "NK0108",
            () => With(partition => partition.WithDmaBuffer("ring", 4.KiB(), null, 12.KiB(), Sample.File, 3)),
            "Plant.cs(3): error NK0108: The DMA buffer 'ring' of partition 'control' is to be aligned to 12 KiB. State a power of two from "
            + "4 KiB to 128 MiB.",
            () => With(partition => partition.WithDmaBuffer("ring", 4.KiB(), null, 16.KiB(), Sample.File, 3))),
        new(
            "NK0108",
            () => With(partition => partition.WithDmaBuffer("ring", 64.KiB(), 4.MiB(), null, Sample.File, 3)),
            "Plant.cs(3): error NK0108: The DMA buffer 'ring' of partition 'control' is to lie below 4 MiB, where the kernel and 64 KiB have "
            + "no room. State a higher limit, or a smaller buffer.",
            () => With(partition => partition.WithDmaBuffer("ring", 64.KiB(), 5.MiB(), null, Sample.File, 3))),
        new(
            "NK0108",
            () => With(partition => Many(partition, 9)),
            "Plant.cs(9): error NK0108: The DMA buffer 'ring-9' of partition 'control' is one more than the 8 ranges of device memory and DMA "
            + "buffers that a partition can have. Unite buffers.",
            () => With(partition => Many(partition, 8))),
        new(
            "NK0108",
            () => With(partition => partition.WithDmaBuffer("ring", 129.MiB(), null, null, Sample.File, 3), 512),
            "Plant.cs(3): error NK0108: The DMA buffer 'ring' of partition 'control' goes beyond the 128 MiB of device memory and DMA buffers "
            + "that a partition can have. Make it smaller.",
            () => With(partition => partition.WithDmaBuffer("ring", 128.MiB(), null, null, Sample.File, 3), 512)),
        new(
            "NK0109",
            () => With(partition => partition
                .WithDmaBuffer("sound", 8.MiB(), 16.MiB(), null, Sample.File, 3).WithDmaBuffer("disk", 8.MiB(), 16.MiB(), null, Sample.File, 4)),
            "Plant.cs(4): error NK0109: The DMA buffer 'disk' of partition 'control' would end at 0x1400000, but its device reaches only what "
            + "lies below 16 MiB: queues and other buffers come before it. Make them smaller, or lower its alignment of 4 KiB.",
            () => With(partition => partition
                .WithDmaBuffer("sound", 8.MiB(), 16.MiB(), null, Sample.File, 3).WithDmaBuffer("disk", 4.MiB(), 16.MiB(), null, Sample.File, 4))),
        new(
            "NK0110",
            () => PortSamples.Two(partition => partition.OwnsDevice(Pc.Com1).WithDmaBuffer("ring", 4.KiB(), null, null, Sample.File, 3)),
            "Plant.cs(3): warning NK0110: Partition 'control' has the DMA buffer 'ring', but none of its devices is a bus master, so no device "
            + "reads or writes it. Give it the device (a Device or PciFunction with IsBusMaster), or remove the buffer.",
            () => PortSamples.Two(partition => partition.OwnsDevice(Card).WithDmaBuffer("ring", 4.KiB(), null, null, Sample.File, 3))),
        new(
            "NK0111",
            () => With(partition => partition.WithDmaBuffer("ring", 4.KiB())).WithBuffers("control", "ring", "rings"),
            "Plant.cs(2): error NK0111: Partition 'control' uses the DMA buffer \"rings\" (Plant.control.rings), but the system gives it none "
            + "of that name. Add .WithDmaBuffer(\"rings\", 64.KiB()) to the partition. Did you mean 'ring'?",
            () => With(partition => partition.WithDmaBuffer("ring", 4.KiB())).WithBuffers("control", "ring")),
        new(
            "NK0112",
            () => With(partition => partition.WithDmaBuffer("ring", 4.KiB(), null, null, Sample.File, 3)).WithBuffers("control"),
            "Plant.cs(3): error NK0112: The system gives partition 'control' the DMA buffer 'ring', but Plant.control has no "
            + "[DmaBuffer(\"ring\")] property. Add the property, or remove the buffer.",
            () => With(partition => partition.WithDmaBuffer("ring", 4.KiB(), null, null, Sample.File, 3)).WithBuffers("control", "ring")),
    ];

    private static Sample With(Action<PartitionBuilder> state, int megabytes = 128)
    {
        var system = SystemBuilder.Create("plant", Machines.Pc with { Memory = megabytes.MiB() }, Sample.File, 1);
        state(system.AddPartition("control", Sample.Project("Control"), Sample.File, 2).OwnsDevice(Card));
        return new Sample(system);
    }

    private static void Many(PartitionBuilder partition, int count)
    {
        for (var number = 1; number <= count; number++)
            partition.WithDmaBuffer($"ring-{number}", 4.KiB(), null, null, Sample.File, number);
    }
}
