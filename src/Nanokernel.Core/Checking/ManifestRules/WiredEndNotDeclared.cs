using System.Collections.Immutable;
using Nanokernel.Checking.Rules;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0311: a channel leads to a partition whose code knows nothing of it.</summary>
internal static class WiredEndNotDeclared
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0311",
        "Wired channel end that the partition does not declare",
        "{0} {1} partition '{2}', but {3} has no {4}.{5} Add {6}, or remove the {7}.");

    internal static void Check(
        SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests, DiagnosticBag diagnostics)
    {
        foreach (var channel in system.Channels)
        {
            foreach (var wire in channel.Wires.Where(wire => ChannelRoleTraits.Of(wire.Role).HasEnd))
            {
                var manifest = WiredEnd.ManifestOf(system, manifests, wire.Partition);
                if (manifest is null || WiredEnd.Find(manifest, channel, wire.Role) is not null)
                    continue;
                var role = ChannelRoleTraits.Of(wire.Role);
                diagnostics.Report(
                    Descriptor,
                    wire.Location,
                    channel.Traits.WiredTitle(channel.Name),
                    role.Wiring,
                    wire.Partition,
                    manifest.TypeName,
                    manifest.Language.Describe(role, channel.Name),
                    Hint(manifest, channel, wire.Role),
                    manifest.Language.Pronoun,
                    channel.Traits.IsOfPartition ? "statement" : "wiring");
            }
        }
    }

    private static string Hint(PartitionManifest manifest, ChannelDeclaration channel, ChannelRole role)
    {
        if (manifest.Ends.FirstOrDefault(end => end.Channel == channel.Name) is { } other)
            return $" It has {manifest.Language.Write(ChannelRoleTraits.Of(other.Role), channel.Name)} ({other.Member}).";
        return NameSuggestion.For(channel.Name, manifest.Ends.Where(end => end.Role == role).Select(end => end.Channel));
    }
}
