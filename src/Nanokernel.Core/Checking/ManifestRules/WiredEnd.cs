using System.Collections.Immutable;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>Finds what belongs together: a channel's wiring and the ends that the partitions' manifests declare.</summary>
internal static class WiredEnd
{
    internal static PartitionManifest? ManifestOf(
        SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests, string partitionName)
    {
        for (var index = 0; index < system.Partitions.Length; index++)
        {
            if (system.Partitions[index].Name == partitionName)
                return manifests[index];
        }

        return null;
    }

    internal static ManifestEnd? Find(PartitionManifest? manifest, ChannelDeclaration channel, ChannelRole role) =>
        manifest?.Ends.FirstOrDefault(end => end.Channel == channel.Name && end.Role == role);

    /// <summary>
    /// The wires of a channel, by role, with the ends that the partitions' code has for them; those of whose type only the size is known come
    /// last.
    /// </summary>
    internal static IEnumerable<(ChannelWire Wire, ManifestEnd End)> EndsOf(
        SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests, ChannelDeclaration channel) =>
        channel.Wires
            .OrderBy(wire => wire.Role)
            .Select(wire => (Wire: wire, End: Find(ManifestOf(system, manifests, wire.Partition), channel, wire.Role)))
            .Where(found => found.End is not null)
            .Select(found => (found.Wire, End: found.End!))
            .OrderBy(found => found.End.Message is { IsOpaque: true });

    /// <summary>The end that decides what the channel carries: a sender's, or a receiver's where no sender's is known.</summary>
    internal static ManifestEnd? MessageOf(
        SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests, ChannelDeclaration channel) =>
        EndsOf(system, manifests, channel).Select(found => found.End).FirstOrDefault();
}
