namespace Nanokernel.Abi;

/// <summary>What becomes of a message for a full queue: <see cref="ChannelEnd.Policy"/> of its ends.</summary>
public static class QueueOverflowPolicy
{
    /// <summary>The sender waits until there is room.</summary>
    public const uint Block = 0;

    /// <summary>The message is not sent, and counted.</summary>
    public const uint Reject = 1;

    /// <summary>The oldest message makes room, and the receiver counts it.</summary>
    public const uint OverwriteOldest = 2;
}
