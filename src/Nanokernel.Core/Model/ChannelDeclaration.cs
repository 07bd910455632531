using System.Collections.Immutable;
using Nanokernel.Checking;

namespace Nanokernel.Model;

/// <summary>A channel as it was written, not checked yet.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The name, the same that the partitions' ends have.</param>
/// <param name="Location">Where it was added.</param>
public abstract record ChannelDeclaration(ChannelKind Kind, string Name, SourceLocation? Location)
{
    /// <summary>The partitions that it was wired to, in the order of the statements.</summary>
    public ImmutableArray<ChannelWire> Wires { get; init; } = [];

    /// <summary>The wires of one role.</summary>
    internal IEnumerable<ChannelWire> WiresOf(ChannelRole role) => Wires.Where(wire => wire.Role == role);

    internal ChannelKindTraits Traits => ChannelKindTraits.Of(Kind);
}
