using System.Collections.Immutable;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>Finds what belongs together: a queue's wiring and the ends that the partitions' manifests declare.</summary>
internal static class WiredEnd
{
    internal static readonly ImmutableArray<ChannelDirection> Directions = [ChannelDirection.Send, ChannelDirection.Receive];

    internal static ImmutableArray<Stated<string>> PartitionsOf(QueueDeclaration queue, ChannelDirection direction) =>
        direction == ChannelDirection.Send ? queue.Senders : queue.Receivers;

    internal static string Verb(ChannelDirection direction) => direction == ChannelDirection.Send ? "from" : "to";

    internal static string Method(ChannelDirection direction) => direction == ChannelDirection.Send ? "From" : "To";

    internal static string Attribute(ChannelDirection direction) => direction == ChannelDirection.Send ? "Sends" : "Receives";

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

    internal static ManifestEnd? Find(PartitionManifest? manifest, QueueDeclaration queue, ChannelDirection direction) =>
        manifest?.Ends.FirstOrDefault(end => end.Channel == queue.Name && end.Direction == direction);

    /// <summary>The end that decides the queue's messages: the sender's, or the receiver's where the sender's is not known.</summary>
    internal static ManifestEnd? MessageOf(
        SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests, QueueDeclaration queue) =>
        Directions
            .SelectMany(direction => PartitionsOf(queue, direction).Select(
                wired => Find(ManifestOf(system, manifests, wired.Value), queue, direction)))
            .FirstOrDefault(end => end is not null);
}
