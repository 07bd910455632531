namespace Nanokernel.Model;

/// <summary>A lock of a <see cref="CheckedSystem"/>. It has no memory: its state is the kernel's.</summary>
public sealed record CheckedLock : CheckedChannel
{
    internal CheckedLock(string name)
        : base(ChannelKind.Lock, name)
    {
    }
}
