using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>What becomes of a message for a full queue. The values are those of <see cref="QueueOverflowPolicy"/>.</summary>
public enum QueueOverflow
{
    /// <summary>The sender waits until there is room. No message is lost, and a slow receiver slows the sender.</summary>
    Block = (int)QueueOverflowPolicy.Block,

    /// <summary>The message is not sent to a receiver whose ring is full; the sender is told, and counts it. The sender never waits.</summary>
    Reject = (int)QueueOverflowPolicy.Reject,

    /// <summary>The oldest message makes room; the receiver counts it. The sender never waits, and the newest messages arrive.</summary>
    OverwriteOldest = (int)QueueOverflowPolicy.OverwriteOldest,
}
