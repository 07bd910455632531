using Nanokernel.Manifests;

namespace Nanokernel.Core.Tests.Rules;

internal static class SharedMemorySamples
{
    private static readonly MessageLayout Table = new("Plant.Table", 4_097, [new MessageField(0, 1, "u1", "First")]);

    internal static IEnumerable<RuleSample> All =>
    [
        new(
            "NK0101",
            () => Shared(bytes: 5_000),
            "Plant.cs(4): error NK0101: The size of shared memory 'recipe' is 5,000 bytes, which is not a multiple of 4 KiB. State 4 KiB or 8 KiB.",
            () => Shared(bytes: 8_192)),
        new(
            "NK0102",
            () => Shared(bytes: 64 * 1024 * 1024),
            "Plant.cs(4): error NK0102: The size of shared memory 'recipe' is 64 MiB; it can be 4 KiB to 32 MiB.",
            () => Shared(bytes: 32 * 1024 * 1024)),
        new(
            "NK0315",
            () => Shared().WithManifest("control", Shares(Table)).WithManifest("monitor", Views(Table)),
            "Plant.cs(4): error NK0315: Partition 'control' shares Plant.Table (Plant.Control.Recipe), 4,097 bytes, in shared memory 'recipe', "
            + "which has 4 KiB. State at least 8 KiB.\n"
            + "Plant.cs(4): error NK0315: Partition 'monitor' views Plant.Table (Plant.Monitor.Recipe), 4,097 bytes, in shared memory 'recipe', "
            + "which has 4 KiB. State at least 8 KiB.",
            () => Shared(bytes: 8_192).WithManifest("control", Shares(Table)).WithManifest("monitor", Views(Table))),
        new(
            "NK0316",
            () => Shared(writersAddress: 0xB600_0800),
            "Plant.cs(5): error NK0316: Shared memory 'recipe' of 4 KiB cannot be at 0xB6000800 for partition 'control': it is no multiple of 4 KiB.",
            () => Shared(writersAddress: 0xB600_0000)),
        new(
            "NK0316",
            () => Shared(writersAddress: 0xB5FF_F000),
            "Plant.cs(5): error NK0316: Shared memory 'recipe' of 4 KiB cannot be at 0xB5FFF000 for partition 'control': "
            + "it has to lie between 0xB6000000 and 0xB7FFFFFF.",
            () => Shared(writersAddress: 0xB7FF_F000)),
        new(
            "NK0316",
            () => Two(0xB600_0000),
            "Plant.cs(8): error NK0316: Shared memory 'second' of 4 KiB cannot be at 0xB6000000 for partition 'control': "
            + "'first' is at 0xB6000000-0xB6000FFF.",
            () => Two(0xB600_1000)),
        new(
            "NK0317",
            () => Shared(hasReader: false),
            "Plant.cs(4): warning NK0317: Shared memory 'recipe' is shared with nobody but 'control'. Wire another partition, or use a field.",
            () => Shared()),
        new(
            "NK0317",
            () => Shared(hasWriter: false),
            "Plant.cs(4): warning NK0317: Shared memory 'recipe' is written by nobody. Wire it: .ReadWrite(partition).",
            () => Shared()),
    ];

    private static ManifestEnd Shares(MessageLayout layout) => new("recipe", Model.ChannelRole.SharedMemoryWriter, "Plant.Control.Recipe", layout);

    private static ManifestEnd Views(MessageLayout layout) => new("recipe", Model.ChannelRole.SharedMemoryReader, "Plant.Monitor.Recipe", layout);

    private static Sample Shared(long bytes = 4_096, uint? writersAddress = null, bool hasWriter = true, bool hasReader = true)
    {
        var (system, control, monitor) = Partitions();
        var memory = system.AddSharedMemory("recipe", new ByteSize(bytes), Sample.File, 4);
        if (hasWriter)
            memory.ReadWrite(control, writersAddress, Sample.File, 5);
        if (hasReader)
            memory.ReadOnly(monitor, file: Sample.File, line: 6);
        return new Sample(system);
    }

    private static Sample Two(uint second)
    {
        var (system, control, monitor) = Partitions();
        system.AddSharedMemory("first", 4.KiB(), Sample.File, 4).ReadWrite(control, 0xB600_0000, Sample.File, 5).ReadOnly(monitor, file: Sample.File, line: 6);
        system.AddSharedMemory("second", 4.KiB(), Sample.File, 7).ReadWrite(control, second, Sample.File, 8).ReadOnly(monitor, file: Sample.File, line: 9);
        return new Sample(system);
    }

    private static (SystemBuilder System, PartitionBuilder Control, PartitionBuilder Monitor) Partitions()
    {
        var system = SystemBuilder.Create("plant", Machines.Pc, Sample.File, 1);
        return (system, system.AddPartition("control", Sample.Project("Control"), Sample.File, 2), system.AddPartition("monitor", Sample.Project("Monitor"), Sample.File, 3));
    }
}
