using System;
using System.Numerics;
using Nanokernel.Abi;

namespace Nanokernel.Channels.Tests;

/// <summary>A queue of records.</summary>
internal sealed class TestRecordQueue(int firstRegion, int size, uint policy, int[] senders, int[] receivers)
    : TestPairs(firstRegion, Shape(size, policy), (ChannelEndKind.RecordSender, ChannelEndKind.RecordReceiver), senders, receivers), ITestQueue<Message>
{
    // The longest record of a message with its length. What is left free before the end of the ring is less than that.
    private const int RecordBytes = (int)RecordHeader.Bytes + MessageRecord.MaximumBytes;

    public int Capacity { get; } = (size / RecordBytes) - 1;

    /// <summary>The least size with room for as many messages.</summary>
    internal static int SizeFor(int capacity) => RecordBytes * (int)BitOperations.RoundUpToPowerOf2((uint)capacity + 1);

    public bool Send(int sender, Message message) => SenderOf(sender).Send(MessageRecord.Of(message));

    public bool TrySend(int sender, Message message) => SenderOf(sender).TrySend(MessageRecord.Of(message));

    public bool TrySend(int sender, Message message, TimeSpan timeout) => SenderOf(sender).TrySend(MessageRecord.Of(message), timeout);

    public uint LostBy(int sender) => SenderOf(sender).Lost;

    public bool Receive(int receiver, out Message message)
    {
        var record = new byte[MessageRecord.MaximumBytes];
        var isReceived = ReceiverOf(receiver).Receive(record, out var length);
        message = MessageRecord.Read(record, length);
        return isReceived;
    }

    public bool TryReceive(int receiver, out Message message)
    {
        var record = new byte[MessageRecord.MaximumBytes];
        var isReceived = ReceiverOf(receiver).TryReceive(record, out var length);
        message = MessageRecord.Read(record, length);
        return isReceived;
    }

    public bool TryReceive(int receiver, out Message message, TimeSpan timeout)
    {
        var record = new byte[MessageRecord.MaximumBytes];
        var isReceived = ReceiverOf(receiver).TryReceive(record, out var length, timeout);
        message = MessageRecord.Read(record, length);
        return isReceived;
    }

    internal RecordSender SenderOf(int participant) => new(SenderEnd(participant));

    internal RecordReceiver ReceiverOf(int participant) => new(ReceiverEnd(participant));

    private static ChannelEnd Shape(int size, uint policy) => new()
    {
        Bytes = QueueHeader.SlotsOffset + (uint)size,
        Capacity = (uint)size,
        SlotMask = (uint)size - RecordHeader.Bytes,
        MessageBytes = 1,
        Policy = policy,
    };
}
