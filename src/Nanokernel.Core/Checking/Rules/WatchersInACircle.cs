using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0807: partitions that watch each other in a circle may start each other anew for ever.</summary>
internal static class WatchersInACircle
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0807",
        "Watchers in a circle",
        "The watches {0} are a circle: each partition in it can start the next anew, which no restart limit counts, "
        + "so they may do so to each other for ever. Take one watch out.",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        var watches = system.Channels.OfType<WatchDeclaration>().SelectMany(watch => watch.WiresOf(ChannelRole.Watcher)
            .Select(watcher => new PartitionCircle.Step(watcher.Partition, watch.Name, watch.Name, watcher.Location)));
        foreach (var circle in PartitionCircle.Find(watches))
        {
            diagnostics.Report(
                Descriptor, circle[circle.Count - 1].Location, string.Join(", ", circle.Select(step => $"'{step.From}' -> '{step.To}'")));
        }
    }
}
