using System.Collections.Immutable;
using Nanokernel.Manifests;

namespace Nanokernel.Model;

/// <summary>A channel of a <see cref="CheckedSystem"/>.</summary>
public abstract record CheckedChannel
{
    private protected CheckedChannel(ChannelKind kind, string name) => (Kind, Name) = (kind, name);

    /// <summary>What it is.</summary>
    public ChannelKind Kind { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The channel's place in <see cref="CheckedSystem.Channels"/>.</summary>
    public int Index { get; internal init; }

    /// <summary>The layout of what is sent or shared, the same at all ends; null where there is nothing.</summary>
    public MessageLayout? Message { get; internal init; }

    /// <summary>FNV-1a, 32 bits, of the name: by it a partition finds an end at run time.</summary>
    public uint NameHash => MessageLayout.Hash(Name);

    /// <summary>The partitions that take part, by partition index.</summary>
    public ImmutableArray<CheckedWire> Wires { get; internal init; } = [];

    /// <summary>Its memory; empty where it has none.</summary>
    public ImmutableArray<CheckedRegion> Regions { get; internal init; } = [];

    /// <summary>What a back end writes into <see cref="Abi.ChannelEnd.Policy"/>.</summary>
    public virtual uint Policy => 0;

    /// <summary>The partitions of one role, by index.</summary>
    public ImmutableArray<int> PartitionsOf(ChannelRole role) => [.. Wires.Where(wire => wire.Role == role).Select(wire => wire.Partition)];
}

/// <summary>A partition's part in a channel.</summary>
/// <param name="Role">What the partition does.</param>
/// <param name="Partition">The partition's index.</param>
/// <param name="Address">Where it sees the channel's memory; null: where the layout puts it.</param>
public sealed record CheckedWire(ChannelRole Role, int Partition, uint? Address);
