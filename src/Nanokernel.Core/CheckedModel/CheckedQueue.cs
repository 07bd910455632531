using System.Collections.Immutable;

namespace Nanokernel.Model;

/// <summary>
/// A message queue of a <see cref="CheckedSystem"/>. It has a ring for each pair of a sender and a receiver: those of the first receiver
/// come first, in the order of the senders.
/// </summary>
public sealed record CheckedQueue : CheckedChannel
{
    internal CheckedQueue(string name)
        : base(ChannelKind.Queue, name)
    {
    }

    /// <summary>The most messages that a ring holds.</summary>
    public int Capacity { get; internal init; }

    /// <summary>The number of slots of a ring: a power of two that holds the capacity, and one more where the oldest message is overwritten.</summary>
    public int SlotCount { get; internal init; }

    /// <summary>The bytes of one message, and from one slot to the next.</summary>
    public int MessageBytes => Message!.Size;

    /// <summary>What becomes of a message for a full queue.</summary>
    public QueueOverflow Overflow { get; internal init; }

    /// <summary>The indices of the partitions that send.</summary>
    public ImmutableArray<int> Senders => PartitionsOf(ChannelRole.QueueSender);

    /// <summary>The indices of the partitions that receive.</summary>
    public ImmutableArray<int> Receivers => PartitionsOf(ChannelRole.QueueReceiver);

    /// <inheritdoc/>
    public override uint Policy => (uint)Overflow;
}
