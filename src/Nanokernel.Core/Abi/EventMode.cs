namespace Nanokernel.Abi;

/// <summary>What becomes of an event that somebody has waited for: <see cref="ChannelEnd.Policy"/> of its ends.</summary>
public static class EventMode
{
    /// <summary>A post lets one waiter go on, and is over then; posts before that are one.</summary>
    public const uint AutoReset = 0;

    /// <summary>A post lets all waiters go on until it is reset.</summary>
    public const uint ManualReset = 1;

    /// <summary>Each post lets one waiter go on once.</summary>
    public const uint Counting = 2;
}
