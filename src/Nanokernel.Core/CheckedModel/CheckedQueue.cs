using System.Collections.Immutable;

namespace Nanokernel.Model;

/// <summary>
/// A queue of messages or of records of a <see cref="CheckedSystem"/>. It has a ring for each pair of a sender and a receiver: those of the first receiver
/// come first, in the order of the senders.
/// </summary>
public sealed record CheckedQueue : CheckedChannel
{
    internal CheckedQueue(ChannelKind kind, string name)
        : base(kind, name)
    {
    }

    /// <summary>The most messages that a ring holds; of a queue of records, the bytes.</summary>
    public int Capacity { get; internal init; }

    /// <summary>The number of slots of a ring: a power of two that holds the capacity, and one more where the oldest message is overwritten.</summary>
    public int SlotCount { get; internal init; }

    /// <summary>The bytes of one message, and from one slot to the next; of a queue of records, 1.</summary>
    public int MessageBytes => Message?.Size ?? 1;

    /// <summary>What becomes of a message for a full queue.</summary>
    public QueueOverflow Overflow { get; internal init; }

    /// <summary>What becomes of its messages when a receiver starts anew.</summary>
    public QueueRestart Restart { get; internal init; }

    /// <summary>The indices of the partitions that send.</summary>
    public ImmutableArray<int> Senders => PartitionsOf(Kind == ChannelKind.Queue ? ChannelRole.QueueSender : ChannelRole.RecordSender);

    /// <summary>The indices of the partitions that receive.</summary>
    public ImmutableArray<int> Receivers => PartitionsOf(Kind == ChannelKind.Queue ? ChannelRole.QueueReceiver : ChannelRole.RecordReceiver);

    /// <inheritdoc/>
    public override uint Policy => (uint)Overflow;
}
