using Nanokernel.Model;

namespace Nanokernel.Core.Tests.Rules;

internal static class RecordQueueSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        new(
            "NK0318",
            () => Wired(5 * 1024),
            "Plant.cs(4): error NK0318: The size of record queue 'log' is 5 KiB; it can be a power of two from 64 bytes to 16 MiB. State 8 KiB.",
            () => Wired(8 * 1024)),
        new(
            "NK0318",
            () => Wired(32),
            "Plant.cs(4): error NK0318: The size of record queue 'log' is 32 bytes; it can be a power of two from 64 bytes to 16 MiB.",
            () => Wired(64)),
        new(
            "NK0319",
            () => Wired(4096, QueueOverflow.OverwriteOldest),
            "Plant.cs(7): error NK0319: Record queue 'log' cannot overwrite its oldest record. State OnOverflow(QueueOverflow.Reject), "
            + "or use a queue of messages.",
            () => Wired(4096, QueueOverflow.Reject)),
    ];

    private static Sample Wired(long bytes, QueueOverflow overflow = QueueOverflow.Block)
    {
        var system = SystemBuilder.Create("plant", Machines.Pc, Sample.File, 1);
        var control = system.AddPartition("control", Sample.Project("Control"), Sample.File, 2);
        var monitor = system.AddPartition("monitor", Sample.Project("Monitor"), Sample.File, 3);
        system.AddRecordQueue("log", new ByteSize(bytes), Sample.File, 4)
            .From(control, Sample.File, 5).To(monitor, Sample.File, 6).OnOverflow(overflow, Sample.File, 7);
        return new Sample(system);
    }
}
