using Nanokernel.Manifests;

namespace Nanokernel.Core.Tests.Rules;

internal static class MemorySamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        new(
            "NK0101",
            () => With(partition => partition.WithStack(new ByteSize(10_000), Sample.File, 3)),
            "Plant.cs(3): error NK0101: The stack of partition 'control' is 10,000 bytes, which is not a multiple of 4 KiB. "
            + "State 8 KiB or 12 KiB.",
            () => With(partition => partition.WithStack(12.KiB(), Sample.File, 3))),
        new(
            "NK0102",
            () => With(partition => partition.WithMemory(16.KiB(), Sample.File, 3)),
            "Plant.cs(3): error NK0102: The memory of partition 'control' is 16 KiB; it can be 32 KiB to 2,812 MiB.",
            () => With(partition => partition.WithMemory(32.KiB(), Sample.File, 3).WithStack(4.KiB()))),
        new(
            "NK0103",
            () => With(partition => partition.WithHeap(960.KiB(), Sample.File, 3)),
            "Plant.cs(3): error NK0103: The stack (64 KiB), heap (960 KiB) and guard pages (8 KiB) of partition 'control' leave "
            + "no room for "
            + "its image in its memory of 1 MiB. Give it more memory, or less stack or heap.",
            () => With(partition => partition.WithHeap(948.KiB(), Sample.File, 3))),
        new(
            "NK0104",
            () => With(partition => partition.WithMemory(125.MiB(), Sample.File, 3)),
            "Plant.cs(1): error NK0104: System 'plant' needs 129 MiB of RAM (kernel 4 MiB, 'control' 125 MiB), but machine "
            + "'pc' has 128 MiB. "
            + "Give partitions less, or state a larger machine: Machines.Pc with { Memory = 129.MiB() }.",
            () => With(partition => partition.WithMemory(124.MiB(), Sample.File, 3))),
        new(
            "NK0105",
            () => Large(2_000, 2_076),
            "Plant.cs(1): error NK0105: System 'plant' needs 4,080 MiB of memory (kernel 4 MiB, 'control' 2,000 MiB, 'monitor' 2,076 MiB); "
            + "the kernel can address 4,076 MiB. Give partitions less.",
            () => Large(2_000, 2_072)),
        new(
            "NK0106",
            () => WithQueue(65_536),
            "Plant.cs(4): error NK0106: The channels of system 'plant' take 262,148 KiB; their virtual addresses hold 95 MiB. "
            + "The largest is 'telemetry' with 262,148 KiB: make it smaller.",
            () => WithQueue(16_384)),
        new(
            "NK0106",
            () => WithQueue(32_768),
            "Plant.cs(4): error NK0106: The channels of system 'plant' take 131,076 KiB; their virtual addresses hold 95 MiB. "
            + "The largest is 'telemetry' with 131,076 KiB: make it smaller.",
            () => WithQueue(16_384)),
        new(
            "NK0107",
            () => With(partition => partition.WithMemory(256.KiB(), Sample.File, 3).WithHeap(64.KiB())).WithImage(121 * 1024),
            "Plant.cs(2): error NK0107: The image of partition 'control' takes 121 KiB; with its stack (64 KiB), heap (64 KiB) and "
            + "guard pages (8 KiB) it needs 257 KiB, but its memory is 256 KiB. State at least .WithMemory(260.KiB()).",
            () => With(partition => partition.WithMemory(256.KiB(), Sample.File, 3).WithHeap(64.KiB())).WithImage(120 * 1024)),
    ];

    private static Sample With(Action<PartitionBuilder> state, Machine? machine = null)
    {
        var system = SystemBuilder.Create("plant", machine ?? Machines.Pc, Sample.File, 1);
        state(system.AddPartition("control", Sample.Project("Control"), Sample.File, 2));
        return new Sample(system);
    }

    private static Sample Large(int control, int monitor)
    {
        var system = SystemBuilder.Create("plant", Machines.Pc with { Memory = 8192.MiB() }, Sample.File, 1);
        system.AddPartition("control", Sample.Project("Control"), Sample.File, 2).WithMemory(control.MiB());
        system.AddPartition("monitor", Sample.Project("Monitor"), Sample.File, 3).WithMemory(monitor.MiB());
        return new Sample(system);
    }

    private static Sample WithQueue(int capacity)
    {
        var large = new MessageLayout("Plant.Block", 4_096, [new MessageField(0, 1, "u1", "First")]);
        var system = SystemBuilder.Create("plant", Machines.Pc with { Memory = 512.MiB() }, Sample.File, 1);
        var control = system.AddPartition("control", Sample.Project("Control"), Sample.File, 2);
        var monitor = system.AddPartition("monitor", Sample.Project("Monitor"), Sample.File, 3);
        system.AddQueue("telemetry", capacity, Sample.File, 4).From(control).To(monitor);
        return new Sample(system)
            .WithManifest("control", Sample.Sends("telemetry", large))
            .WithManifest("monitor", Sample.Receives("telemetry", large));
    }
}
