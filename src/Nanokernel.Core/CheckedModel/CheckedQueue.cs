using Nanokernel.Manifests;

namespace Nanokernel.Model;

/// <summary>A message queue of a <see cref="CheckedSystem"/>.</summary>
public sealed record CheckedQueue
{
    internal CheckedQueue(string name, MessageLayout message)
    {
        Name = name;
        Message = message;
    }

    /// <summary>The queue's place in <see cref="CheckedSystem.Queues"/>.</summary>
    public int Index { get; internal init; }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The layout of its messages, the same at both ends.</summary>
    public MessageLayout Message { get; }

    /// <summary>The most messages that it holds.</summary>
    public int Capacity { get; internal init; }

    /// <summary>The number of slots: the capacity, or the next power of two.</summary>
    public int SlotCount { get; internal init; }

    /// <summary>The bytes from one slot to the next: those of a message, or the next multiple of 4.</summary>
    public int SlotStride { get; internal init; }

    /// <summary>The bytes of one message.</summary>
    public int MessageBytes => Message.Size;

    /// <summary>The fingerprint of the messages' layout.</summary>
    public uint Fingerprint => Message.Fingerprint;

    /// <summary>The index of the partition that sends.</summary>
    public int SenderPartition { get; internal init; }

    /// <summary>The index of the partition that receives.</summary>
    public int ReceiverPartition { get; internal init; }
}
