namespace Nanokernel.Model;

/// <summary>Shared or persistent memory of a <see cref="CheckedSystem"/>.</summary>
public sealed record CheckedMemory : CheckedChannel
{
    internal CheckedMemory(ChannelKind kind, string name)
        : base(kind, name)
    {
    }
}
