using Nanokernel.Manifests;

namespace Nanokernel.Core.Tests.Rules;

internal static class PersistenceSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        new(
            "NK0320",
            () => WithContent((1 << 20) + 1),
            "Plant.cs(4): error NK0320: Persistent memory 'log' has a content of 1,048,577 bytes, Plant.Log (Plant.Control.Log); the most is "
            + "1,048,576. Split it into several blocks.",
            () => WithContent(1 << 20)),
        new(
            "NK0101",
            () => WithPool(new ByteSize(5_000)),
            "Plant.cs(4): error NK0101: The size of persistent pool 'blocks' is 5,000 bytes, which is not a multiple of 4 KiB. State 4 KiB or 8 KiB.",
            () => WithPool(8.KiB())),
        new(
            "NK0102",
            () => WithPool(default),
            "Plant.cs(4): error NK0102: The size of persistent pool 'blocks' is 0 bytes; it can be 4 KiB to 16 MiB.",
            () => WithPool(4.KiB())),
        new(
            "NK0102",
            () => WithPool(17.MiB()),
            "Plant.cs(4): error NK0102: The size of persistent pool 'blocks' is 17 MiB; it can be 4 KiB to 16 MiB.",
            () => WithPool(16.MiB())),
    ];

    private static Sample WithContent(int bytes)
    {
        var system = SystemBuilder.Create("plant", Machines.Pc, Sample.File, 1);
        var control = system.AddPartition("control", Sample.Project("Control"), Sample.File, 2);
        system.AddPersistentMemory("log", Sample.File, 4).OwnedBy(control, Sample.File, 5);
        var content = new MessageLayout("Plant.Log", bytes, [new MessageField(0, 1, "u1", "First")]);
        return new Sample(system).WithManifest(
            "control", new ManifestEnd("log", Nanokernel.Model.ChannelRole.PersistentMemoryOwner, "Plant.Control.Log", content));
    }

    private static Sample WithPool(ByteSize size)
    {
        var system = SystemBuilder.Create("plant", Machines.Pc, Sample.File, 1);
        var control = system.AddPartition("control", Sample.Project("Control"), Sample.File, 2);
        system.AddPersistentPool("blocks", size, Sample.File, 4).UsedBy(control, Sample.File, 5);
        return new Sample(system);
    }
}
