using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0809: a limit of restarts that no fault brings about.</summary>
internal static class RestartLimitUnused
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0809",
        "Restart limit without restarts",
        "Partition '{0}' limits its restarts to {1} within {2}, but no fault starts it anew{3}. "
        + "Add .OnFault(FaultAction.Restart), or remove the limit.",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            if (partition.RestartLimit is not { } limit || FaultTable.RestartsItself(partition))
                continue;
            var watcher = FaultTable.WatchersOf(system, partition).FirstOrDefault();
            diagnostics.Report(
                Descriptor,
                limit.Location,
                partition.Name,
                limit.Value.Restarts,
                Duration.Format(limit.Value.Within),
                watcher is null ? "" : $", and what '{watcher}' asks for does not count");
        }
    }
}
