using System.Collections.Immutable;
using Nanokernel.Checking.Rules;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0814: of a partition whose code never beats, every period of its heartbeat is missed.</summary>
internal static class NeverBeats
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0814",
        "Heartbeat that never comes",
        "Partition '{0}' states a heartbeat within {1}, but nothing in partition project '{2}' calls Heartbeat.Beat: each would be missed. "
        + "Beat in its loop, or leave WithHeartbeat out.",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests, DiagnosticBag diagnostics)
    {
        for (var index = 0; index < system.Partitions.Length; index++)
        {
            var partition = system.Partitions[index];
            if (manifests[index] is { } manifest && !manifest.MayUse.HasFlag(RuntimeUses.Beats) && partition.Heartbeat is { } heartbeat)
                diagnostics.Report(Descriptor, heartbeat.Location, partition.Name, Duration.Format(heartbeat.Value), partition.Program.Name);
        }
    }
}
