namespace Nanokernel.Core.Tests.Rules;

/// <summary>Rules about the kernel's trace.</summary>
internal static class TraceSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        new(
            "NK0601",
            () => Traced(48.KiB()),
            "Plant.cs(3): error NK0601: The trace of system 'plant' is 48 KiB; it can be a power of two from 4 KiB to 8 MiB. State 64 KiB.",
            () => Traced(null)),
        new(
            "NK0601",
            () => Traced(16.MiB()),
            "Plant.cs(3): error NK0601: The trace of system 'plant' is 16 MiB; it can be a power of two from 4 KiB to 8 MiB. State 8 MiB.",
            () => Traced(8.MiB())),
        new(
            "NK0601",
            () => Traced(new ByteSize(-1)),
            "Plant.cs(3): error NK0601: The trace of system 'plant' is -1 bytes; it can be a power of two from 4 KiB to 8 MiB. State 4 KiB.",
            () => Traced(4.KiB())),
        new(
            "NK0104",
            () => Traced(8.MiB(), memory: 120),
            "Plant.cs(1): error NK0104: System 'plant' needs 135,188 KiB of RAM (kernel 4 MiB, 'control' 120 MiB, trace 8 MiB), but machine 'pc' has "
            + "128 MiB. Give partitions less, or state a larger machine: Machines.Pc with { Memory = 133.MiB() }.",
            () => Traced(4.KiB(), memory: 120)),
    ];

    private static Sample Traced(ByteSize? size, int memory = 1)
    {
        var system = SystemBuilder.Create("plant", Machines.Pc, Sample.File, 1);
        system.AddPartition("control", Sample.Project("Control"), Sample.File, 2).WithMemory(memory.MiB());
        system.WithTrace(size, Sample.File, 3);
        return new Sample(system);
    }
}
