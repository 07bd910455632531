using System.Collections.Immutable;
using Nanokernel.Checking.Rules;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0311: a queue leads to a partition whose code knows nothing of it.</summary>
internal static class WiredEndNotDeclared
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0311",
        "Wired channel end that the partition does not declare",
        "Queue '{0}' is wired {1} partition '{2}', but {3} has no [{4}(\"{0}\")] property.{5} Add the property, or remove the wiring.");

    internal static void Check(
        SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests, DiagnosticBag diagnostics)
    {
        foreach (var queue in system.Queues)
        {
            foreach (var direction in WiredEnd.Directions)
            {
                foreach (var wired in WiredEnd.PartitionsOf(queue, direction))
                {
                    var manifest = WiredEnd.ManifestOf(system, manifests, wired.Value);
                    if (manifest is null || WiredEnd.Find(manifest, queue, direction) is not null)
                        continue;
                    diagnostics.Report(
                        Descriptor,
                        wired.Location,
                        queue.Name,
                        WiredEnd.Verb(direction),
                        wired.Value,
                        manifest.TypeName,
                        WiredEnd.Attribute(direction),
                        Hint(manifest, queue, direction));
                }
            }
        }
    }

    private static string Hint(PartitionManifest manifest, QueueDeclaration queue, ChannelDirection direction)
    {
        if (manifest.Ends.FirstOrDefault(end => end.Channel == queue.Name) is { } reverse)
            return $" It has [{WiredEnd.Attribute(reverse.Direction)}(\"{queue.Name}\")] ({reverse.Member}), the other direction.";
        return NameSuggestion.For(queue.Name, manifest.Ends.Where(end => end.Direction == direction).Select(end => end.Channel));
    }
}
