using System.Collections.Immutable;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0309: two properties of one partition for one end of a channel.</summary>
internal static class EndDeclaredTwice
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0309",
        "Channel end declared twice",
        "'{0}' and '{1}' of partition project '{2}' both {3} channel \"{4}\". A partition has one end of a channel: remove one "
        + "of the two.");

    /// <summary>Returns whether the rule holds.</summary>
    internal static bool Check(
        ImmutableArray<ManifestEnd> ends, PartitionProject project, SourceLocation? location, DiagnosticBag diagnostics)
    {
        var seen = new Dictionary<(string, ChannelRole), string>();
        var isUnique = true;
        foreach (var end in ends)
        {
            if (seen.TryAdd((end.Channel, end.Role), end.Member))
                continue;
            isUnique = false;
            diagnostics.Report(
                Descriptor,
                location,
                seen[(end.Channel, end.Role)],
                end.Member,
                project.Name,
                ChannelRoleTraits.Of(end.Role).PluralVerb,
                end.Channel);
        }

        return isUnique;
    }
}
