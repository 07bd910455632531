using System.Collections.Immutable;
using Nanokernel.Checking.Rules;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>
/// NK0513: a partition that nothing bounds and whose code never gives the processor away keeps it from the less urgent. Equals are not
/// spoken of: that two short programs run one after the other is no mistake.
/// </summary>
internal static class NeverWaits
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0513",
        "Partition that never waits",
        "Partition '{0}', of priority {1}, has no budget, and nothing in partition project '{2}' waits: until its Main returns, {3} cannot run. "
        + "State WithBudget for it, give it the lowest priority, or let it wait (Clock.Sleep, Processor.Wait, Receive).",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests, DiagnosticBag diagnostics)
    {
        for (var index = 0; index < system.Partitions.Length; index++)
        {
            var partition = system.Partitions[index];
            if (manifests[index] is not { } manifest || manifest.MayUse.HasFlag(RuntimeUses.Waits) || IsBounded(system, partition))
                continue;
            var below = system.Partitions.Where(other => other.Name != partition.Name && !PartitionWindows.Has(system, other) && other.Priority.Value < partition.Priority.Value);
            var names = string.Join(", ", below.Select(other => $"'{other.Name}'"));
            if (names.Length > 0)
                diagnostics.Report(Descriptor, partition.Location, partition.Name, partition.Priority.Value, partition.Program.Name, names);
        }
    }

    private static bool IsBounded(SystemDeclaration system, PartitionDeclaration partition) =>
        partition.Budget is not null || PartitionWindows.Has(system, partition);
}
