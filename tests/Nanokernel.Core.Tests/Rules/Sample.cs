using System.Collections.Immutable;
using Nanokernel.Checking;
using Nanokernel.Layout;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Core.Tests.Rules;

/// <summary>A small system for a rule, with manifests that fit its wiring unless a sample says otherwise.</summary>
internal sealed class Sample
{
    internal const string File = "Plant.cs";

    internal static readonly MessageLayout Message =
        new("Plant.Sample", 16, [new MessageField(0, 8, "i8", "Tick"), new MessageField(8, 8, "f8", "Value")]);

    private readonly Dictionary<string, PartitionManifest?> _manifests = new(StringComparer.Ordinal);
    private readonly SystemDeclaration _system;
    private readonly bool _readsAssemblies;
    private uint? _imageBytes;

    internal Sample(SystemBuilder system, bool readsAssemblies = false)
    {
        _system = system.Build();
        _readsAssemblies = readsAssemblies;
    }

    internal SystemDeclaration System => _system;

    /// <summary>A project without an assembly, for samples that state their manifests.</summary>
    internal static PartitionProject Project(string name) => new(name, name + ".dll");

    internal Sample WithManifest(string partition, params ManifestEnd[] ends)
    {
        _manifests[partition] = new PartitionManifest("Plant." + partition, [.. ends])
        {
            DmaBuffers = BuffersOf(_system.Partitions.First(declared => declared.Name == partition)),
        };
        return this;
    }

    internal Sample WithBuffers(string partition, params string[] buffers)
    {
        _manifests[partition] = new PartitionManifest("Plant." + partition, [])
        {
            DmaBuffers = [.. buffers.Select(buffer => new ManifestDmaBuffer(buffer, $"Plant.{partition}.{buffer}"))],
        };
        return this;
    }

    /// <summary>States what a partition's code calls.</summary>
    internal Sample Using(string partition, RuntimeUses uses)
    {
        var declaration = _system.Partitions.Single(declared => declared.Name == partition);
        _manifests[partition] = ManifestOf(declaration) with { Uses = uses, MayUse = uses };
        return this;
    }

    /// <summary>The first partition has been linked, and its image has this size.</summary>
    internal Sample WithImage(uint bytes)
    {
        _imageBytes = bytes;
        return this;
    }

    internal static ManifestEnd Sends(string channel, MessageLayout? message = null) =>
        new(channel, ChannelRole.QueueSender, "Plant.Sender." + channel, message ?? Message);

    internal static ManifestEnd Receives(string channel, MessageLayout? message = null) =>
        new(channel, ChannelRole.QueueReceiver, "Plant.Receiver." + channel, message ?? Message);

    internal DiagnosticBag Check() => Check(out _);

    internal DiagnosticBag Check(out CheckedSystem? system)
    {
        var diagnostics = new DiagnosticBag();
        if (_readsAssemblies)
            SystemChecker.TryCheck(_system, diagnostics, out system);
        else
            SystemChecker.TryCheck(_system, Manifests(), diagnostics, out system);
        if (system is not null && _imageBytes is { } bytes)
            PartitionMemoryMap.TryCreate(system.Partitions[0], bytes, diagnostics, out _);
        return diagnostics;
    }

    internal CheckedSystem CheckedSystem()
    {
        var diagnostics = Check(out var system);
        return system ?? throw new InvalidOperationException(string.Join('\n', diagnostics));
    }

    internal ImmutableArray<PartitionManifest?> Manifests() =>
    [
        .. _system.Partitions.Select(
            partition => _manifests.TryGetValue(partition.Name, out var manifest) ? manifest : ManifestOf(partition)),
    ];

    private PartitionManifest ManifestOf(PartitionDeclaration partition) => new(
        "Plant." + partition.Program.Name,
        [
            .. _system.Channels.SelectMany(channel => channel.Wires.Where(wire => wire.Partition == partition.Name && ChannelRoleTraits.Of(wire.Role).HasEnd).Select(wire => EndOf(channel, wire.Role))),
        ])
    {
        DmaBuffers = BuffersOf(partition),
    };

    private static ManifestEnd EndOf(ChannelDeclaration channel, ChannelRole role) => role switch
    {
        ChannelRole.QueueSender => Sends(channel.Name),
        ChannelRole.QueueReceiver => Receives(channel.Name),
        ChannelRole.EventPoster or ChannelRole.EventWaiter or ChannelRole.RecordSender or ChannelRole.RecordReceiver or ChannelRole.LockUser
            or ChannelRole.PersistentPoolUser or ChannelRole.Watcher =>
            new(channel.Name, role, $"Plant.{role}.{channel.Name}", null),
        _ => new(channel.Name, role, $"Plant.{role}.{channel.Name}", Message),
    };

    private static ImmutableArray<ManifestDmaBuffer> BuffersOf(PartitionDeclaration partition) =>
        [.. partition.DmaBuffers.Select(buffer => new ManifestDmaBuffer(buffer.Value.Name, "Plant." + buffer.Value.Name))];
}
