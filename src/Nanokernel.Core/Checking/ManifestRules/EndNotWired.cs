using System.Collections.Immutable;
using System.Globalization;
using Nanokernel.Checking.Rules;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0310: the partition's code asks for an end; at run time there would be nothing behind it.</summary>
internal static class EndNotWired
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0310",
        "Channel end that the system does not wire",
        "Partition '{0}' {1} \"{2}\" ({3}), but the system wires no such end to it: {4}.{5}");

    internal static void Check(
        SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests, DiagnosticBag diagnostics)
    {
        for (var index = 0; index < system.Partitions.Length; index++)
        {
            var partition = system.Partitions[index];
            foreach (var end in manifests[index]?.Ends ?? [])
            {
                if (!system.Channels.Any(channel => channel.Name == end.Channel && channel.WiresOf(end.Role).Any(wire => wire.Partition == partition.Name)))
                    Report(system, partition, end, diagnostics);
            }
        }
    }

    private static void Report(SystemDeclaration system, PartitionDeclaration partition, ManifestEnd end, DiagnosticBag diagnostics)
    {
        var role = ChannelRoleTraits.Of(end.Role);
        var kind = ChannelKindTraits.Of(role.Kind);
        var channel = kind.IsOfPartition ? null : system.Channels.FirstOrDefault(channel => channel.Kind == role.Kind && channel.Name == end.Channel);
        var known = kind.IsOfPartition
            ? system.Partitions.Select(other => other.Name).ToList()
            : system.Channels.Where(other => other.Kind == role.Kind).Select(other => other.Name).ToList();
        var remedy = (kind.IsOfPartition, known.Contains(end.Channel)) switch
        {
            (true, true) => $"add .{role.Method}({end.Channel}) to partition '{partition.Name}'",
            (true, false) => $"add partition '{end.Channel}', and .{role.Method}({end.Channel}) to partition '{partition.Name}'",
            (false, true) => $"add .{role.Method}({partition.Name}) to {kind.Noun} '{end.Channel}'",
            _ => $"add system.{string.Format(CultureInfo.InvariantCulture, kind.Add, end.Channel)} and wire it with .{role.Method}({partition.Name})",
        };
        diagnostics.Report(
            Descriptor,
            channel?.Location ?? partition.Location,
            partition.Name,
            role.Verb,
            end.Channel,
            end.Member,
            remedy,
            known.Contains(end.Channel) ? "" : NameSuggestion.For(end.Channel, known));
    }
}
