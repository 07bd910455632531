namespace Nanokernel.Model;

/// <summary>How a kind of channel is called and added.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Noun">Its name in a sentence.</param>
/// <param name="Add">The call that adds one, {0} for its name; empty where there is none.</param>
/// <param name="NeedsAllRoles">Whether one without somebody in each role makes no sense.</param>
internal sealed record ChannelKindTraits(ChannelKind Kind, string Noun, string Add, bool NeedsAllRoles)
{
    /// <summary>All kinds.</summary>
    internal static IReadOnlyList<ChannelKindTraits> All { get; } =
    [
        new(ChannelKind.Queue, "queue", "AddQueue(\"{0}\", capacity: 64)", NeedsAllRoles: true),
        new(ChannelKind.Event, "event", "AddEvent(\"{0}\")", NeedsAllRoles: true),
        new(ChannelKind.SharedMemory, "shared memory", "AddSharedMemory(\"{0}\", 64.KiB())", NeedsAllRoles: false),
        new(ChannelKind.PersistentMemory, "persistent memory", "AddPersistentMemory(\"{0}\")", NeedsAllRoles: true),
        new(ChannelKind.RecordQueue, "record queue", "AddRecordQueue(\"{0}\", 16.KiB())", NeedsAllRoles: true),
        new(ChannelKind.Lock, "lock", "AddLock(\"{0}\")", NeedsAllRoles: true),
        new(ChannelKind.Call, "call", "AddCall(\"{0}\")", NeedsAllRoles: true),
        new(ChannelKind.PersistentPool, "persistent pool", "AddPersistentPool(\"{0}\", 64.KiB())", NeedsAllRoles: true),
        new(ChannelKind.Watch, "watch", "", NeedsAllRoles: true),
    ];

    /// <summary>Its name at the start of a sentence.</summary>
    internal string NounAtStart => char.ToUpperInvariant(Noun[0]) + Noun.Substring(1);

    /// <summary>Whether a channel of it is a partition's own and has its name, so that a partition states it and not the system.</summary>
    internal bool IsOfPartition => Kind == ChannelKind.Watch;

    /// <summary>A channel at the start of a sentence.</summary>
    internal string Title(string channel) => $"{NounAtStart} {(IsOfPartition ? "over " : "")}'{channel}'";

    /// <summary>The start of a sentence that goes on with a role's <see cref="ChannelRoleTraits.Wiring"/>.</summary>
    internal string WiredTitle(string channel) => IsOfPartition ? $"The {Noun} over '{channel}' is stated" : Title(channel) + " is wired";

    /// <summary>The roles that its channels have.</summary>
    internal IEnumerable<ChannelRoleTraits> Roles => ChannelRoleTraits.All.Where(role => role.Kind == Kind);

    /// <summary>Whether its memory outlives a restart of the machine.</summary>
    internal bool IsKept => Kind is ChannelKind.PersistentMemory or ChannelKind.PersistentPool;

    internal static ChannelKindTraits Of(ChannelKind kind) => All.First(traits => traits.Kind == kind);
}
