using System.Collections.Immutable;

namespace Nanokernel.Model;

/// <summary>A call channel of a <see cref="CheckedSystem"/>. It has a region for each client, in their order.</summary>
public sealed record CheckedCall : CheckedChannel
{
    internal CheckedCall(string name)
        : base(ChannelKind.Call, name)
    {
    }

    /// <summary>The indices of the partitions that call.</summary>
    public ImmutableArray<int> Clients => PartitionsOf(ChannelRole.CallClient);

    /// <summary>The index of the partition that serves.</summary>
    public int Server => PartitionsOf(ChannelRole.CallServer)[0];
}
