namespace Nanokernel.Core.Tests.Rules;

internal static class IdentitySamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        new(
            "NK0001",
            () => Named("PlantControl"),
            "Plant.cs(2): error NK0001: Partition name 'PlantControl' is not valid. "
            + "A name is a lower-case letter and up to 30 lower-case letters, digits and hyphens. Did you mean 'plant-control'?",
            () => Named("plant-control")),
        new(
            "NK0002",
            () => TwoNamed("control", "control"),
            "Plant.cs(3): error NK0002: Partition 'control' is added twice. A name stands for one partition: rename one of the two. "
            + "First claim: Plant.cs(2).",
            () => TwoNamed("control", "control-2")),
        new(
            "NK0003",
            () => Named("kernel"),
            "Plant.cs(2): error NK0003: Partition name 'kernel' is reserved for the kernel's own parts in maps and fault records. "
            + "Choose another name.",
            () => Named("kernels")),
        new(
            "NK0004",
            () => Partitions(0),
            "Plant.cs(1): error NK0004: System 'plant' has no partitions. Add one: system.AddPartition(\"main\", Projects.Main).",
            () => Partitions(1)),
        new(
            "NK0005",
            () => Partitions(17),
            "Plant.cs(18): error NK0005: System 'plant' has 17 partitions; the limit is 16. "
            + "'p16' is the first that is too many: unite partitions, or make two systems.",
            () => Partitions(16)),
        new(
            "NK0006",
            () => PortOwners(8),
            "Plant.cs(9): error NK0006: 8 partitions of system 'plant' own ports: 'p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'; "
            + "the limit is 7, for each takes an I/O bitmap of 8 KiB in one task segment. Let one partition drive several devices.",
            () => PortOwners(7)),
    ];

    private static SystemBuilder Plant() => SystemBuilder.Create("plant", Machines.Pc, Sample.File, 1);

    private static Sample Named(string name)
    {
        var system = Plant();
        system.AddPartition(name, Sample.Project("Control"), Sample.File, 2);
        return new Sample(system);
    }

    private static Sample TwoNamed(string first, string second)
    {
        var system = Plant();
        system.AddPartition(first, Sample.Project("Control"), Sample.File, 2);
        system.AddPartition(second, Sample.Project("Control"), Sample.File, 3);
        return new Sample(system);
    }

    private static Sample Partitions(int count)
    {
        var system = Plant();
        for (var index = 0; index < count; index++)
            system.AddPartition($"p{index}", Sample.Project("Worker"), Sample.File, 2 + index);
        return new Sample(system);
    }

    private static Sample PortOwners(int count)
    {
        var system = Plant();
        for (var index = 0; index < count; index++)
            system.AddPartition($"p{index}", Sample.Project("Worker"), Sample.File, 2 + index).OwnsPorts(0x300 + index, 0x300 + index);
        return new Sample(system);
    }
}
