using System;
using System.Numerics;
using Nanokernel.Abi;

namespace Nanokernel.Channels.Tests;

/// <summary>A queue of messages.</summary>
internal sealed class TestQueue<T>(int firstRegion, int capacity, uint policy, int[] senders, int[] receivers)
    : TestPairs(firstRegion, Shape(capacity, policy), (ChannelEndKind.QueueSender, ChannelEndKind.QueueReceiver), senders, receivers), ITestQueue<T>
    where T : unmanaged
{
    public int Capacity { get; } = capacity;

    public bool Send(int sender, T message) => SenderOf(sender).Send(message);

    public bool TrySend(int sender, T message) => SenderOf(sender).TrySend(message);

    public bool TrySend(int sender, T message, TimeSpan timeout) => SenderOf(sender).TrySend(message, timeout);

    public uint LostBy(int sender) => SenderOf(sender).Lost;

    public bool Receive(int receiver, out T message) => ReceiverOf(receiver).Receive(out message);

    public bool TryReceive(int receiver, out T message) => ReceiverOf(receiver).TryReceive(out message);

    public bool TryReceive(int receiver, out T message, TimeSpan timeout) => ReceiverOf(receiver).TryReceive(out message, timeout);

    internal Sender<T> SenderOf(int participant) => new(SenderEnd(participant));

    internal Receiver<T> ReceiverOf(int participant) => new(ReceiverEnd(participant));

    private static ChannelEnd Shape(int capacity, uint policy)
    {
        var slots = BitOperations.RoundUpToPowerOf2((uint)capacity + (policy == QueueOverflowPolicy.OverwriteOldest ? 1u : 0));
        var messageBytes = (uint)System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
        return new()
        {
            Bytes = QueueHeader.SlotsOffset + (slots * messageBytes),
            Capacity = (uint)capacity,
            SlotMask = slots - 1,
            MessageBytes = messageBytes,
            Policy = policy,
        };
    }
}
