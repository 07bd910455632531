namespace Nanokernel.Core.Tests.Rules;

internal static class PortSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        new(
            "NK0201",
            () => Two(first => first.OwnsPorts(0x31F, 0x300, Sample.File, 3)),
            "Plant.cs(3): error NK0201: The port range 0x31F-0x300 of partition 'control' is not valid: "
            + "it ends before it starts; exchange the two ports.",
            () => Two(first => first.OwnsPorts(0x300, 0x31F, Sample.File, 3))),
        new(
            "NK0202",
            () => Two(first => first.OwnsDevice(Pc.Com1, Sample.File, 3), second => second.OwnsPorts(0x3F0, 0x3F9, Sample.File, 5)),
            "Plant.cs(5): error NK0202: Ports 0x3F8-0x3F9 are owned by partition 'control' (as 0x3F8-0x3FF (COM1)) and by partition "
            + "'monitor' (as 0x3F0-0x3F9). A port has one owner: remove one claim, or pass the data over a channel. "
            + "First claim: Plant.cs(3).",
            () => Two(first => first.OwnsDevice(Pc.Com1, Sample.File, 3), second => second.OwnsPorts(0x3F0, 0x3F7, Sample.File, 5))),
        new(
            "NK0203",
            () => Two(first => first.OwnsPorts(0x43, 0x4F, Sample.File, 3)),
            "Plant.cs(3): error NK0203: The ports 0x43-0x4F of partition 'control' overlap 0x40-0x43 of the interval timer, "
            + "which only the kernel drives: the kernel keeps the time of all partitions by it. Leave them out.",
            () => Two(first => first.OwnsPorts(0x44, 0x4F, Sample.File, 3))),
    ];

    internal static Sample Two(Action<PartitionBuilder> first, Action<PartitionBuilder>? second = null)
    {
        var system = SystemBuilder.Create("plant", Machines.Pc, Sample.File, 1);
        first(system.AddPartition("control", Sample.Project("Control"), Sample.File, 2));
        second?.Invoke(system.AddPartition("monitor", Sample.Project("Monitor"), Sample.File, 4));
        return new Sample(system);
    }
}
