using System.Collections.Immutable;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0013: a call that can only stop the partition, because the system gives it nothing that the call could be about.</summary>
internal static class RightMissing
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0013",
        "Right that the partition lacks",
        "Partition project '{0}' calls {1}, but partition '{2}' {3}: the call would stop it. State {4}.",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests, DiagnosticBag diagnostics)
    {
        for (var index = 0; index < system.Partitions.Length; index++)
        {
            if (manifests[index] is not { } manifest)
                continue;
            var partition = system.Partitions[index];
            var missing = manifest.Uses & ~PartitionRights.Of(partition);
            foreach (var (use, call, lack, statement) in PartitionRights.Calls)
            {
                if (missing.HasFlag(use))
                    diagnostics.Report(Descriptor, partition.Location, partition.Program.Name, call, partition.Name, lack, statement);
            }
        }
    }
}
