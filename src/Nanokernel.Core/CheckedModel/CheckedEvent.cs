namespace Nanokernel.Model;

/// <summary>An event of a <see cref="CheckedSystem"/>.</summary>
public sealed record CheckedEvent : CheckedChannel
{
    internal CheckedEvent(string name)
        : base(ChannelKind.Event, name)
    {
    }

    /// <summary>What becomes of it once somebody has waited for it.</summary>
    public EventReset Reset { get; internal init; }

    /// <inheritdoc/>
    public override uint Policy => (uint)Reset;
}
