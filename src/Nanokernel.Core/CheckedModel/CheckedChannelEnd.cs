namespace Nanokernel.Model;

/// <summary>A partition's end of a channel.</summary>
/// <param name="Index">The end's place in <see cref="CheckedPartition.Ends"/>.</param>
/// <param name="Role">What the partition does.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Peers">One bit for each partition at the other side, by index.</param>
public sealed record CheckedChannelEnd(int Index, ChannelRole Role, CheckedChannel Channel, uint Peers)
{
    /// <summary>The symbol by which the partition's code reaches the end; a back end defines it.</summary>
    public string Symbol => ChannelRoleTraits.Of(Role).SymbolOf(Channel.Name);

    /// <summary>The place in <see cref="CheckedChannel.Regions"/> of the first region that the end sees.</summary>
    public int FirstRegion { get; internal init; }

    /// <summary>How many places further the next one is.</summary>
    public int RegionStep { get; internal init; } = 1;
}
