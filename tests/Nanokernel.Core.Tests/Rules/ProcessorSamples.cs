using Nanokernel.Model;

namespace Nanokernel.Core.Tests.Rules;

/// <summary>Rules about budgets, time slices and deadlines.</summary>
internal static class ProcessorSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        new(
            "NK0501",
            () => PortSamples.Two(first => first.WithBudget(TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(4), Sample.File, 3)),
            "Plant.cs(3): error NK0501: The budget of partition 'control', 5 ms in each 4 ms, is out of range: a "
            + "budget is 10 us or more and at most its period, and a period is at most 1 minute.",
            () => PortSamples.Two(first => first.WithBudget(TimeSpan.FromMilliseconds(4), TimeSpan.FromMilliseconds(4), Sample.File, 3))),
        new(
            "NK0502",
            () => Sliced(TimeSpan.FromTicks(500)),
            "Plant.cs(5): error NK0502: The time slice of system 'plant', 50 us, is out of range: it is 100 us "
            + "to 1,000 ms.",
            () => Sliced(TimeSpan.FromTicks(1000))),
        new(
            "NK0503",
            () => PortSamples.Two(first => first.WithBudget(TimeSpan.FromMilliseconds(6), TimeSpan.FromMilliseconds(10), Sample.File, 3), second => second.WithBudget(TimeSpan.FromMilliseconds(9), TimeSpan.FromMilliseconds(20), Sample.File, 5)),
            "Plant.cs(5): error NK0503: The budgets of system 'plant' are 105 % of the processor ('control' 60 "
            + "%, 'monitor' 45 %): at most 100 % can be kept. Make budgets smaller or periods longer.",
            () => PortSamples.Two(first => first.WithBudget(TimeSpan.FromMilliseconds(6), TimeSpan.FromMilliseconds(10), Sample.File, 3), second => second.WithBudget(TimeSpan.FromMilliseconds(8), TimeSpan.FromMilliseconds(20), Sample.File, 5))),
        new(
            "NK0504",
            () => Sliced(TimeSpan.FromMilliseconds(1), Priority.High),
            "Plant.cs(5): warning NK0504: System 'plant' states a time slice of 1 ms, but no two of its "
            + "partitions have the same priority: there is nobody to take turns with. Leave it out, or give "
            + "partitions equal priorities.",
            () => Sliced(TimeSpan.FromMilliseconds(1))),
        new(
            "NK0505",
            () => Deadline(TimeSpan.FromMilliseconds(5), second => second),
            "Plant.cs(3): error NK0505: The deadline of partition 'control', 5 ms, cannot be kept for certain: "
            + "partition 'monitor', of priority 64 (Normal), has no budget. State WithBudget for it. First claim: "
            + "Plant.cs(4).",
            () => Deadline(TimeSpan.FromMilliseconds(5), second => second.WithPriority(Priority.Background))),
        new(
            "NK0506",
            () => Deadline(TimeSpan.FromMilliseconds(5), second => second.WithBudget(TimeSpan.FromMilliseconds(4), TimeSpan.FromMilliseconds(10), Sample.File, 5), TimeSpan.FromMilliseconds(2)),
            "Plant.cs(4): error NK0506: Partition 'control' can miss its deadline of 5 ms: its budget of 2 ms in "
            + "each 10 ms can be delayed by 'monitor' (4 ms in each 10 ms). A deadline is at most the period; make "
            + "budgets smaller, the priority higher or the deadline later. First claim: Plant.cs(3).",
            () => Deadline(TimeSpan.FromMilliseconds(9), second => second.WithBudget(TimeSpan.FromMilliseconds(3), TimeSpan.FromMilliseconds(10), Sample.File, 5), TimeSpan.FromMilliseconds(2))),
        new(
            "NK0511",
            () => PortSamples.Two(first => first.WithBudget(TimeSpan.FromMicroseconds(20), TimeSpan.FromMilliseconds(10), Sample.File, 3)),
            "Plant.cs(3): warning NK0511: The budget of partition 'control', 20 us in each 10 ms, is kept by the 8254 in counts of 0.84 us: an "
            + "error of up to 41,905 ppm, where 10,000 ppm is the most that this rule lets pass. State a budget of 84 us or more, or a finer timer: "
            + "TimerKind.LocalApic or Hpet, with the APIC.",
            () => PortSamples.Two(first => first.WithBudget(TimeSpan.FromMicroseconds(84), TimeSpan.FromMilliseconds(10), Sample.File, 3))),
        new(
            "NK0512",
            () => Urgent(TimeSpan.FromMicroseconds(9_999)),
            "Plant.cs(4): warning NK0512: Partition 'monitor', of priority 64 (Normal), may never run: the more urgent partitions may use 100 % of "
            + "the processor, a switch to and from each of them included ('control' 9999 us in each 10 ms). Make their budgets smaller or their "
            + "periods longer.",
            () => Urgent(TimeSpan.FromMicroseconds(9_900))),
    ];

    private static Sample Urgent(TimeSpan budget) => PortSamples.Two(
        first => first.WithPriority(Priority.RealTime).WithBudget(budget, TimeSpan.FromMilliseconds(10), Sample.File, 3), _ => { });

    private static Sample Sliced(TimeSpan slice, Priority? first = null)
    {
        var system = SystemBuilder.Create("plant", Machines.Pc, Sample.File, 1);
        system.AddPartition("control", Sample.Project("Control"), Sample.File, 2).WithPriority(first ?? Priority.Normal);
        system.AddPartition("monitor", Sample.Project("Monitor"), Sample.File, 4);
        system.WithTimeSlice(slice, Sample.File, 5);
        return new Sample(system);
    }

    private static Sample Deadline(TimeSpan deadline, Func<PartitionBuilder, PartitionBuilder> second, TimeSpan? budget = null)
    {
        var deadlineLine = budget is null ? 3 : 4;
        return PortSamples.Two(
            first => first
                .WithBudget(budget ?? TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(10), Sample.File, 3)
                .WithDeadline(deadline, Sample.File, deadlineLine),
            other => second(other));
    }
}
