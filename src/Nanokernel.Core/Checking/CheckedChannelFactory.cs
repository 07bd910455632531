using System.Collections.Immutable;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking;

/// <summary>Turns the channels of a declaration that has passed all rules into their checked form.</summary>
internal sealed class CheckedChannelFactory(Dictionary<string, int> indexOf)
{
    private readonly ImmutableArray<CheckedChannel>.Builder _channels = ImmutableArray.CreateBuilder<CheckedChannel>();
    private int _regions;

    /// <summary>Makes the channels that somebody is wired to.</summary>
    internal ImmutableArray<CheckedChannel> Create(SystemDeclaration system, ImmutableArray<PartitionManifest> manifests)
    {
        foreach (var channel in system.Channels.Where(channel => !channel.Wires.IsEmpty))
            Add(channel, ManifestRules.WiredEnd.MessageOf(system, manifests.CastArray<PartitionManifest?>(), channel)?.Message);
        return _channels.ToImmutable();
    }

    private void Add(ChannelDeclaration declaration, MessageLayout? message)
    {
        ImmutableArray<CheckedWire> wires =
        [
            .. declaration.Wires
                .Select(wire => new CheckedWire(wire.Role, indexOf[wire.Partition], wire.Address))
                .OrderBy(wire => wire.Partition),
        ];
        CheckedChannel channel = declaration switch
        {
            QueueDeclaration queue => new CheckedQueue(ChannelKind.Queue, queue.Name)
            {
                Capacity = queue.Capacity,
                SlotCount = ChannelShape.SlotCount(queue),
                Overflow = queue.Overflow,
                Restart = queue.Restart,
            },
            RecordQueueDeclaration records => new CheckedQueue(ChannelKind.RecordQueue, records.Name)
            {
                Capacity = (int)records.Size.Bytes,
                SlotCount = (int)records.Size.Bytes,
                Overflow = records.Overflow,
                Restart = records.Restart,
            },
            EventDeclaration @event => new CheckedEvent(@event.Name) { Reset = @event.Reset },
            LockDeclaration => new CheckedLock(declaration.Name),
            CallDeclaration call => new CheckedCall(call.Name),
            WatchDeclaration => new CheckedWatch(declaration.Name),
            PersistentPoolDeclaration => new CheckedPersistentPool(declaration.Name),
            _ => new CheckedMemory(declaration.Kind, declaration.Name),
        };
        channel = channel with { Index = _channels.Count, Message = message, Wires = wires };
        _channels.Add(channel with { Regions = CreateRegions(channel, ChannelShape.Of(declaration, message)) });
    }

    private ImmutableArray<CheckedRegion> CreateRegions(CheckedChannel channel, ChannelShape shape)
    {
        var regions = ImmutableArray.CreateBuilder<CheckedRegion>();
        var traits = ChannelKindTraits.Of(channel.Kind);
        var name = $"{traits.Noun.Replace(' ', '-')}.{channel.Name}";
        for (var index = 0; index < shape.Count; index++)
        {
            regions.Add(new CheckedRegion(
                _regions++, shape.Count > 1 ? $"{name}.{index}" : name, checked((uint)shape.Bytes), traits.IsKept, UsesOf(channel, index)));
        }

        if (shape.KernelBytes != 0)
            regions.Add(new CheckedRegion(_regions++, name + ".history", checked((uint)shape.KernelBytes), traits.IsKept, []));
        return regions.ToImmutable();
    }

    private static ImmutableArray<CheckedRegionUse> UsesOf(CheckedChannel channel, int region)
    {
        if (channel is CheckedQueue queue)
        {
            var sender = queue.Senders[region % queue.Senders.Length];
            var receiver = queue.Receivers[region / queue.Senders.Length];
            return UsesOf(sender, receiver);
        }

        if (channel is CheckedCall call)
            return UsesOf(call.Clients[region], call.Server);

        return
        [
            .. channel.Wires
                .Where(wire => wire.Role != ChannelRole.Watched)
                .Select(wire => new CheckedRegionUse(wire.Partition, wire.Role is not (ChannelRole.SharedMemoryReader or ChannelRole.Watcher), wire.Address)),
        ];
    }

    private static ImmutableArray<CheckedRegionUse> UsesOf(params int[] pair) =>
        [.. pair.Order().Select(partition => new CheckedRegionUse(partition, IsWritable: true, Address: null))];

    /// <summary>The ends of one partition, in the order of the channels.</summary>
    internal static ImmutableArray<CheckedChannelEnd> EndsOf(int partition, ImmutableArray<CheckedChannel> channels)
    {
        var ends = ImmutableArray.CreateBuilder<CheckedChannelEnd>();
        foreach (var channel in channels)
        {
            foreach (var wire in channel.Wires.Where(wire => wire.Partition == partition && ChannelRoleTraits.Of(wire.Role).HasEnd))
            {
                // A waiter that gives back what it took from an event wakes the other waiters.
                var peers = channel.Wires
                    .Where(other => other.Role != wire.Role || (wire.Role == ChannelRole.EventWaiter && other.Partition != partition))
                    .Aggregate(0u, (mask, other) => mask | (1u << other.Partition));
                ends.Add(Place(new CheckedChannelEnd(ends.Count, wire.Role, channel, peers), partition));
            }
        }

        return ends.ToImmutable();
    }

    private static CheckedChannelEnd Place(CheckedChannelEnd end, int partition) => end switch
    {
        { Channel: CheckedQueue queue, Role: ChannelRole.QueueSender or ChannelRole.RecordSender } =>
            end with { FirstRegion = queue.Senders.IndexOf(partition), RegionStep = queue.Senders.Length },
        { Channel: CheckedQueue queue } => end with { FirstRegion = queue.Receivers.IndexOf(partition) * queue.Senders.Length },
        { Channel: CheckedCall call, Role: ChannelRole.CallClient } => end with { FirstRegion = call.Clients.IndexOf(partition) },
        _ => end,
    };
}
