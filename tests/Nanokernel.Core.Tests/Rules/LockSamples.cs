namespace Nanokernel.Core.Tests.Rules;

internal static class LockSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        new(
            "NK0306",
            () => Shared((_, _, _, _) => { }),
            "Plant.cs(4): warning NK0306: Lock 'bus' is wired to no partition; it is left out. Wire it, or remove it.",
            () => Shared((_, bus, control, monitor) => bus.SharedBy(control, Sample.File, 5).SharedBy(monitor, Sample.File, 6))),
        new(
            "NK0302",
            () => Shared((_, bus, control, monitor) =>
                bus.SharedBy(control, Sample.File, 5).SharedBy(monitor, Sample.File, 6).SharedBy(control, Sample.File, 7)),
            "Plant.cs(7): error NK0302: Lock 'bus' is wired for partition 'control' and for partition 'control'. Remove one of the two. First claim: Plant.cs(5).",
            () => Shared((_, bus, control, monitor) => bus.SharedBy(control, Sample.File, 5).SharedBy(monitor, Sample.File, 6))),
        new(
            "NK0330",
            () => Shared((_, bus, control, _) => bus.SharedBy(control, Sample.File, 5)),
            "Plant.cs(4): warning NK0330: Lock 'bus' is shared by partition 'control' and by no other: it is always free, and taking it costs a "
            + "hypercall for nothing. Share it with another partition, or remove it.",
            () => Shared((_, bus, control, monitor) => bus.SharedBy(control, Sample.File, 5).SharedBy(monitor, Sample.File, 6))),
        new(
            "NK0331",
            () => Shared((system, bus, control, monitor) =>
            {
                bus.SharedBy(control, Sample.File, 5).SharedBy(monitor, Sample.File, 6);
                system.WithCyclicSchedule(Milliseconds(10), Sample.File, 7).Window(control, Milliseconds(0), Milliseconds(4), Sample.File, 8);
            }),
            "Plant.cs(5): warning NK0331: Lock 'bus' is shared by partition 'control', which runs in windows of its own, and by partition 'monitor', "
            + "which does not run in them: who holds it when its window ends keeps it until the next one, however urgent the other is. Pass the data "
            + "over a queue, or leave the lock before the window ends and take this as said. First claim: Plant.cs(8).",
            () => Shared((system, bus, control, monitor) =>
            {
                bus.SharedBy(control, Sample.File, 5).SharedBy(monitor, Sample.File, 6);
                var other = system.AddPartition("other", Sample.Project("Other"), Sample.File, 9);
                system.WithCyclicSchedule(Milliseconds(10), Sample.File, 7).Window(other, Milliseconds(0), Milliseconds(4), Sample.File, 8);
            })),
        new(
            "NK0332",
            () => Shared((_, bus, control, monitor) => bus
                .SharedBy(control.WithPriority(Priority.High), Sample.File, 5)
                .SharedBy(monitor.WithBudget(Milliseconds(2), Milliseconds(10), Sample.File, 7), Sample.File, 6)),
            "Plant.cs(6): warning NK0332: Lock 'bus' is shared by partition 'monitor', which has a budget of 2 ms in each 10 ms, and by the more "
            + "urgent partition 'control': if the budget ends while 'monitor' holds the lock, 'control' waits for it up to 8 ms. Hold the lock for less "
            + "than the budget, or leave the budget out. First claim: Plant.cs(7).",
            () => Shared((_, bus, control, monitor) => bus
                .SharedBy(control, Sample.File, 5)
                .SharedBy(monitor.WithPriority(Priority.High).WithBudget(Milliseconds(2), Milliseconds(10), Sample.File, 7), Sample.File, 6))),
        new(
            "NK0333",
            () => Shared((_, bus, control, monitor) => bus
                .SharedBy(Bounded(control).WithDeadline(Milliseconds(5), Sample.File, 7), Sample.File, 5)
                .SharedBy(monitor, Sample.File, 6)),
            "Plant.cs(7): warning NK0333: The deadline of partition 'control', 5 ms, is proven as if nobody held lock 'bus': partition 'monitor', less "
            + "urgent, may hold it in the place of 'control'. See to it that the longest time for which 'monitor' holds it fits between the response "
            + "time in the report and the deadline, or pass the data over a queue. First claim: Plant.cs(4).",
            () => Shared((system, bus, control, monitor) =>
            {
                // Both are less urgent than the one that has the deadline.
                bus.SharedBy(control, Sample.File, 5).SharedBy(monitor, Sample.File, 6);
                Bounded(system.AddPartition("other", Sample.Project("Other"), Sample.File, 9)).WithDeadline(Milliseconds(5), Sample.File, 7);
            })),
        new(
            "NK0334",
            () => Many(33),
            "Plant.cs(36): error NK0334: System 'plant' has 33 locks; the limit is 32. 'l32' is the first that is too many: let one lock guard what is "
            + "used together.",
            () => Many(32)),
    ];

    private static PartitionBuilder Bounded(PartitionBuilder partition) =>
        partition.WithPriority(Priority.High).WithBudget(Milliseconds(1), Milliseconds(10), Sample.File, 8);

    private static TimeSpan Milliseconds(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private static Sample Many(int count)
    {
        var system = SystemBuilder.Create("plant", Machines.Pc, Sample.File, 1);
        var control = system.AddPartition("control", Sample.Project("Control"), Sample.File, 2);
        var monitor = system.AddPartition("monitor", Sample.Project("Monitor"), Sample.File, 3);
        for (var i = 0; i < count; i++)
            system.AddLock($"l{i}", Sample.File, 4 + i).SharedBy(control, Sample.File, 40).SharedBy(monitor, Sample.File, 41);
        return new Sample(system);
    }

    private static Sample Shared(Action<SystemBuilder, LockBuilder, PartitionBuilder, PartitionBuilder> state)
    {
        var system = SystemBuilder.Create("plant", Machines.Pc, Sample.File, 1);
        var control = system.AddPartition("control", Sample.Project("Control"), Sample.File, 2);
        var monitor = system.AddPartition("monitor", Sample.Project("Monitor"), Sample.File, 3);
        state(system, system.AddLock("bus", Sample.File, 4), control, monitor);
        return new Sample(system);
    }
}
