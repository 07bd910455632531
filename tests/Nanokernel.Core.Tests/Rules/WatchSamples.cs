using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Core.Tests.Rules;

/// <summary>Rules about partitions that watch others.</summary>
internal static class WatchSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        new(
            "NK0302",
            () => With((control, monitor, _) => monitor.Watches(control, Sample.File, 5).Watches(control, Sample.File, 6)),
            "Plant.cs(6): error NK0302: The watch over 'control' is stated by partition 'monitor' and by partition 'monitor'. Remove one of the two. "
            + "First claim: Plant.cs(5).",
            () => With((control, monitor, logger) => monitor.Watches(control, Sample.File, 5).Watches(logger, Sample.File, 6))),
        new(
            "NK0303",
            () => With((control, _, _) => control.Watches(control, Sample.File, 5)),
            "Plant.cs(5): error NK0303: The watch over 'control' is stated for partition 'control' and by it. A partition does not watch itself: remove the statement.",
            () => With((control, monitor, _) => monitor.Watches(control, Sample.File, 5))),
        new(
            "NK0305",
            () => With((_, monitor, _) => monitor.Watches(Foreign("control"), Sample.File, 5)),
            "Plant.cs(5): error NK0305: The watch over 'other/control' is stated for partition 'other/control', which system 'plant' does not have. "
            + "Did you mean 'control'? Add it with system.AddPartition.",
            () => With((control, monitor, _) => monitor.Watches(control, Sample.File, 5))),
        new(
            "NK0310",
            () => With((_, _, _) => { }).WithManifest("monitor", Watches("control")),
            "Plant.cs(3): error NK0310: Partition 'monitor' watches \"control\" (Plant.Monitor.Watched), but the system wires no such end to it: "
            + "add .Watches(control) to partition 'monitor'.",
            () => With((control, monitor, _) => monitor.Watches(control)).WithManifest("monitor", Watches("control"))),
        new(
            "NK0310",
            () => With((control, _, logger) => logger.Watches(control)).WithManifest("monitor", Watches("control")),
            "Plant.cs(3): error NK0310: Partition 'monitor' watches \"control\" (Plant.Monitor.Watched), but the system wires no such end to it: "
            + "add .Watches(control) to partition 'monitor'.",
            () => With((control, monitor, logger) =>
            {
                logger.Watches(control);
                monitor.Watches(control);
            }).WithManifest("monitor", Watches("control"))),
        new(
            "NK0310",
            () => With((control, monitor, _) => monitor.Watches(control)).WithManifest("monitor", Watches("control"), Watches("loger")),
            "Plant.cs(3): error NK0310: Partition 'monitor' watches \"loger\" (Plant.Monitor.Watched), but the system wires no such end to it: "
            + "add partition 'loger', and .Watches(loger) to partition 'monitor'. Did you mean 'logger'?",
            () => With((control, monitor, logger) => monitor.Watches(control).Watches(logger))),
        new(
            "NK0311",
            () => With((control, monitor, _) => monitor.Watches(control, Sample.File, 5)).WithManifest("monitor"),
            "Plant.cs(5): error NK0311: The watch over 'control' is stated by partition 'monitor', but Plant.monitor has no [Watches(\"control\")] property. "
            + "Add the property, or remove the statement.",
            () => With((control, monitor, _) => monitor.Watches(control, Sample.File, 5)).WithManifest("monitor", Watches("control"))),
        new(
            "NK0807",
            () => With((control, monitor, _) =>
            {
                monitor.Watches(control, Sample.File, 5);
                control.Watches(monitor, Sample.File, 6);
            }),
            "Plant.cs(6): warning NK0807: The watches 'monitor' -> 'control', 'control' -> 'monitor' are a circle: each partition in it can start the next "
            + "anew, which no restart limit counts, so they may do so to each other for ever. Take one watch out.",
            () => With((control, monitor, _) => monitor.Watches(control, Sample.File, 5))),
        new(
            "NK0807",
            () => With((control, monitor, logger) =>
            {
                monitor.Watches(control, Sample.File, 5);
                control.Watches(logger, Sample.File, 6);
                logger.Watches(monitor, Sample.File, 7);
            }),
            "Plant.cs(7): warning NK0807: The watches 'monitor' -> 'control', 'control' -> 'logger', 'logger' -> 'monitor' are a circle: each partition in it "
            + "can start the next anew, which no restart limit counts, so they may do so to each other for ever. Take one watch out.",
            () => With((control, monitor, logger) =>
            {
                monitor.Watches(control, Sample.File, 5);
                control.Watches(logger, Sample.File, 6);
                monitor.Watches(logger, Sample.File, 7);
            })),
    ];

    private static ManifestEnd Watches(string partition) => new(partition, ChannelRole.Watcher, "Plant.Monitor.Watched", null);

    private static PartitionBuilder Foreign(string name) =>
        SystemBuilder.Create("other", Machines.Pc).AddPartition(name, Sample.Project("Other"));

    private static Sample With(Action<PartitionBuilder, PartitionBuilder, PartitionBuilder> watch)
    {
        var system = SystemBuilder.Create("plant", Machines.Pc, Sample.File, 1);
        var control = system.AddPartition("control", Sample.Project("Control"), Sample.File, 2);
        var monitor = system.AddPartition("monitor", Sample.Project("Monitor"), Sample.File, 3);
        var logger = system.AddPartition("logger", Sample.Project("Logger"), Sample.File, 4);
        watch(control, monitor, logger);
        return new Sample(system);
    }
}
