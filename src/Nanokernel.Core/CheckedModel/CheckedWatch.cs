namespace Nanokernel.Model;

/// <summary>The watch over a partition of a <see cref="CheckedSystem"/>.</summary>
public sealed record CheckedWatch : CheckedChannel
{
    internal CheckedWatch(string name)
        : base(ChannelKind.Watch, name)
    {
    }

    /// <summary>The watched partition, by index.</summary>
    public int Watched => PartitionsOf(ChannelRole.Watched)[0];

    /// <summary>The log, an <see cref="Abi.FaultLog"/>, which only the watchers see.</summary>
    public CheckedRegion Log => Regions[0];
}
