namespace Nanokernel.Core.Tests.Rules;

/// <summary>Rules about cyclic schedules.</summary>
internal static class ScheduleSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        new(
            "NK0507",
            () => Scheduled((control, _, schedule) => schedule.Window(control, Milliseconds(8), Milliseconds(4), Sample.File, 7)),
            "Plant.cs(7): error NK0507: The window of partition 'control', 8 ms to 12 ms of a major frame of 10 ms, is not inside the frame. "
            + "A major frame is at most 1 minute, a window is 100 us or more of it, and all are whole microseconds. First claim: Plant.cs(6).",
            () => Scheduled((control, _, schedule) => schedule.Window(control, Milliseconds(6), Milliseconds(4), Sample.File, 7))),
        new(
            "NK0508",
            () => Scheduled((control, monitor, schedule) => schedule
                .Window(control, Milliseconds(0), Milliseconds(4), Sample.File, 7)
                .Window(monitor, Milliseconds(3), Milliseconds(2), Sample.File, 8)),
            "Plant.cs(8): error NK0508: The window of partition 'monitor', 3 ms to 5 ms, overlaps that of partition 'control', 0 ms to 4 ms. "
            + "A moment of the major frame is one partition's: move one, or make it shorter. First claim: Plant.cs(7).",
            () => Scheduled((control, monitor, schedule) => schedule
                .Window(control, Milliseconds(0), Milliseconds(4), Sample.File, 7)
                .Window(monitor, Milliseconds(4), Milliseconds(2), Sample.File, 8))),
        new(
            "NK0509",
            () => Scheduled((control, _, schedule) => schedule.Window(control, Milliseconds(0), Milliseconds(10), Sample.File, 7)),
            "Plant.cs(4): error NK0509: Partition 'monitor' never runs: it has no window, and the windows leave nothing of the major frame of "
            + "10 ms. Give it a window, or make the frame longer. First claim: Plant.cs(6).",
            () => Scheduled((control, _, schedule) => schedule.Window(control, Milliseconds(0), Milliseconds(9), Sample.File, 7))),
        new(
            "NK0510",
            () => Scheduled((control, _, schedule) => schedule.Window(
                control
                    .WithPriority(Priority.High)
                    .WithBudget(Milliseconds(1), Milliseconds(10), Sample.File, 2)
                    .WithDeadline(Milliseconds(5), Sample.File, 3),
                Milliseconds(0),
                Milliseconds(4),
                Sample.File,
                7)),
            "Plant.cs(3): error NK0510: The deadline of partition 'control', 5 ms, cannot be proven: system 'plant' has a cyclic schedule, "
            + "whose windows come before all priorities. Leave the deadline out, and place the partition's windows as it needs them. First claim: "
            + "Plant.cs(6).",
            () => Scheduled((control, _, schedule) => schedule.Window(control, Milliseconds(0), Milliseconds(4), Sample.File, 7))),
        new(
            "NK0507",
            () => Scheduled((_, _, schedule) => schedule.Window(Foreign(), Milliseconds(8), Milliseconds(1), Sample.File, 7)),
            "Plant.cs(7): error NK0507: The window of partition 'other/control', 8 ms to 9 ms of a major frame of 10 ms, is that of a partition "
            + "which system 'plant' does not have. A major frame is at most 1 minute, a window is 100 us or more of it, and all are whole "
            + "microseconds. First claim: Plant.cs(6).",
            () => Scheduled((control, _, schedule) => schedule.Window(control, Milliseconds(8), Milliseconds(1), Sample.File, 7))),
        new(
            "NK0514",
            () => Budgeted(5),
            "Plant.cs(3): warning NK0514: The budget of partition 'control', 5 ms in each 10 ms, is more than its windows give it, 4 ms in each "
            + "10 ms: it bounds nothing. Leave the budget out, make it smaller, or the windows longer. First claim: Plant.cs(7).",
            () => Budgeted(4)),
        new(
            "NK0515",
            () => Scheduled((_, _, _) => { }),
            "Plant.cs(6): warning NK0515: System 'plant' states a major frame of 10 ms and no window in it: partitions run by priority alone. Give "
            + "partitions windows, or leave WithCyclicSchedule out.",
            () => Scheduled((control, _, schedule) => schedule.Window(control, Milliseconds(0), Milliseconds(4), Sample.File, 7))),
    ];

    private static PartitionBuilder Foreign() =>
        SystemBuilder.Create("other", Machines.Pc).AddPartition("control", Sample.Project("Control"));

    private static Sample Budgeted(int milliseconds) => Scheduled((control, _, schedule) => schedule.Window(
        control.WithBudget(Milliseconds(milliseconds), Milliseconds(10), Sample.File, 3), Milliseconds(0), Milliseconds(4), Sample.File, 7));

    private static TimeSpan Milliseconds(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private static Sample Scheduled(Action<PartitionBuilder, PartitionBuilder, CyclicScheduleBuilder> state)
    {
        var system = SystemBuilder.Create("plant", Machines.Pc, Sample.File, 1);
        var control = system.AddPartition("control", Sample.Project("Control"), Sample.File, 2);
        var monitor = system.AddPartition("monitor", Sample.Project("Monitor"), Sample.File, 4);
        state(control, monitor, system.WithCyclicSchedule(Milliseconds(10), Sample.File, 6));
        return new Sample(system);
    }
}
