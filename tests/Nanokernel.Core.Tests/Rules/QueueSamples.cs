namespace Nanokernel.Core.Tests.Rules;

internal static class QueueSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        new(
            "NK0301",
            () => Wired((queue, control, _) => queue.From(control, Sample.File, 5)),
            "Plant.cs(4): error NK0301: Queue 'telemetry' has no receiver. Wire it: .To(partition).",
            () => Wired((queue, control, monitor) => queue.From(control, Sample.File, 5).To(monitor, Sample.File, 6))),
        new(
            "NK0302",
            () => Wired((queue, control, monitor) => queue
                .From(control, Sample.File, 5)
                .From(control, Sample.File, 6)
                .To(monitor, Sample.File, 7)),
            "Plant.cs(6): error NK0302: Queue 'telemetry' is wired from partition 'control' and from partition 'control'. "
            + "Remove one of the two. First claim: Plant.cs(5).",
            () => Wired((queue, control, monitor) => queue.From(control, Sample.File, 5).To(monitor, Sample.File, 7))),
        new(
            "NK0303",
            () => Wired((queue, control, _) => queue.From(control, Sample.File, 5).To(control, Sample.File, 6)),
            "Plant.cs(6): error NK0303: Queue 'telemetry' is wired from partition 'control' and to it. "
            + "A channel joins different partitions: remove one of the two. First claim: Plant.cs(5).",
            () => Wired((queue, control, monitor) => queue.From(control, Sample.File, 5).To(monitor, Sample.File, 6))),
        new(
            "NK0304",
            () => Wired((queue, control, monitor) => queue.From(control, Sample.File, 5).To(monitor, Sample.File, 6), capacity: 0),
            "Plant.cs(4): error NK0304: The capacity of queue 'telemetry' is 0; it can be 1 to 65,536 messages.",
            () => Wired((queue, control, monitor) => queue.From(control, Sample.File, 5).To(monitor, Sample.File, 6), capacity: 1)),
        new(
            "NK0305",
            () => Wired((queue, control, _) => queue.From(control, Sample.File, 5).To(Foreign("monitr"), Sample.File, 6)),
            "Plant.cs(6): error NK0305: Queue 'telemetry' is wired to partition 'other/monitr', which system 'plant' does not have. "
            + "Did you mean 'monitor'? Add it with system.AddPartition.",
            () => Wired((queue, control, monitor) => queue.From(control, Sample.File, 5).To(monitor, Sample.File, 6))),
        new(
            "NK0305",
            () => Wired((queue, control, _) => queue.From(control, Sample.File, 5).To(Foreign("monitor"), Sample.File, 6)),
            "Plant.cs(6): error NK0305: Queue 'telemetry' is wired to partition 'other/monitor', which system 'plant' does not have. "
            + "Did you mean 'monitor'? Add it with system.AddPartition.",
            () => Wired((queue, control, monitor) => queue.From(control, Sample.File, 5).To(monitor, Sample.File, 6))),
        new(
            "NK0306",
            () => Wired((_, _, _) => { }),
            "Plant.cs(4): warning NK0306: Queue 'telemetry' is wired to no partition; it is left out. Wire it, or remove it.",
            () => Wired((queue, control, monitor) => queue.From(control, Sample.File, 5).To(monitor, Sample.File, 6))),
    ];

    internal static Sample Wired(Action<QueueBuilder, PartitionBuilder, PartitionBuilder> wire, int capacity = 64)
    {
        var system = SystemBuilder.Create("plant", Machines.Pc, Sample.File, 1);
        var control = system.AddPartition("control", Sample.Project("Control"), Sample.File, 2);
        var monitor = system.AddPartition("monitor", Sample.Project("Monitor"), Sample.File, 3);
        wire(system.AddQueue("telemetry", capacity, Sample.File, 4), control, monitor);
        return new Sample(system);
    }

    private static PartitionBuilder Foreign(string name) =>
        SystemBuilder.Create("other", Machines.Pc).AddPartition(name, Sample.Project("Other"));
}
