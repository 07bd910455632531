namespace Nanokernel.Model;

/// <summary>How a partition's code asks for a role and a system grants it: the one table that builder, rules, manifests and generator share.</summary>
/// <param name="Role">The role.</param>
/// <param name="Kind">The channels that have it.</param>
/// <param name="Attribute">The attribute of the partition's property, without brackets and namespace.</param>
/// <param name="Type">The metadata name of the property's type, without namespace.</param>
/// <param name="Noun">Who has the role.</param>
/// <param name="Method">The builder's method that grants it.</param>
/// <param name="Verb">What a partition does, before the channel's name.</param>
/// <param name="Wiring">How a channel is wired, before the partition's name.</param>
internal sealed record ChannelRoleTraits(
    ChannelRole Role, ChannelKind Kind, string Attribute, string Type, string Noun, string Method, string Verb, string Wiring)
{
    /// <summary>All roles.</summary>
    internal static IReadOnlyList<ChannelRoleTraits> All { get; } =
    [
        new(ChannelRole.QueueSender, ChannelKind.Queue, "Sends", "Sender`1", "sender", "From", "sends to", "from"),
        new(ChannelRole.QueueReceiver, ChannelKind.Queue, "Receives", "Receiver`1", "receiver", "To", "receives from", "to"),
        new(ChannelRole.EventPoster, ChannelKind.Event, "Posts", "EventPoster", "poster", "PostedBy", "posts", "posted by"),
        new(ChannelRole.EventWaiter, ChannelKind.Event, "Awaits", "EventWaiter", "waiter", "AwaitedBy", "awaits", "awaited by"),
        new(ChannelRole.SharedMemoryWriter, ChannelKind.SharedMemory, "Shares", "SharedMemory`1", "writer", "ReadWrite", "shares", "read-write for"),
        new(ChannelRole.SharedMemoryReader, ChannelKind.SharedMemory, "Views", "ReadOnlySharedMemory`1", "reader", "ReadOnly", "views", "read-only for"),
        new(ChannelRole.PersistentMemoryOwner, ChannelKind.PersistentMemory, "Persistent", "PersistentMemory`1", "owner", "OwnedBy", "keeps", "owned by"),
        new(ChannelRole.RecordSender, ChannelKind.RecordQueue, "SendsRecords", "RecordSender", "sender", "From", "sends records to", "from"),
        new(ChannelRole.RecordReceiver, ChannelKind.RecordQueue, "ReceivesRecords", "RecordReceiver", "receiver", "To", "receives records from", "to"),
        new(ChannelRole.LockUser, ChannelKind.Lock, "Locks", "PartitionLock", "user", "SharedBy", "locks", "for"),
        new(ChannelRole.CallClient, ChannelKind.Call, "Calls", "CallClient`1", "client", "From", "calls", "from"),
        new(ChannelRole.CallServer, ChannelKind.Call, "Serves", "CallServer`1", "server", "To", "serves", "to"),
        new(ChannelRole.PersistentPoolUser, ChannelKind.PersistentPool, "PersistentPool", "PersistentPool", "user", "UsedBy", "keeps blocks in", "used by"),
        new(ChannelRole.Watcher, ChannelKind.Watch, "Watches", "FaultMonitor", "watcher", "Watches", "watches", "by"),
        new(ChannelRole.Watched, ChannelKind.Watch, "", "", "watched partition", "Watches", "is watched as", "for"),
    ];

    /// <summary>Whether the partition has an end.</summary>
    internal bool HasEnd => Attribute.Length != 0;

    /// <summary>Whether the property's type says what is sent or shared.</summary>
    internal bool HasMessage => Type.EndsWith("`1", StringComparison.Ordinal);

    /// <summary>The property's type as it is written: <c>Sender&lt;T&gt;</c>.</summary>
    internal string TypeText => IsWrapped ? $"the {Noun} of a [CallContract]" : Type.Replace("`1", "<T>");

    /// <summary>Whether the property's type is a struct that the SDK has generated, with the role's own type as its one field.</summary>
    internal bool IsWrapped => Kind == ChannelKind.Call;

    /// <summary>The verb for several: <c>send to</c>.</summary>
    internal string PluralVerb
    {
        get
        {
            var end = Verb.IndexOf(' ');
            return end < 0 ? Verb.Substring(0, Verb.Length - 1) : Verb.Remove(end - 1, 1);
        }
    }

    /// <summary>The symbol by which the partition's code reaches an end; the image builder defines it.</summary>
    internal string SymbolOf(string channel) => $"nk_end_{Attribute.ToLowerInvariant()}_{channel.Replace('-', '_')}";

    internal static ChannelRoleTraits Of(ChannelRole role) => All.First(traits => traits.Role == role);
}
