using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Nanokernel.Abi;

namespace Nanokernel.Channels.Tests;

/// <summary>A queue with the records of its ends, as the build makes them.</summary>
internal sealed class TestQueue<T>(int firstRegion, int capacity, uint policy, int[] senders, int[] receivers)
    where T : unmanaged
{
    private readonly Dictionary<int, nint> _senderEnds = [];
    private readonly Dictionary<int, nint> _receiverEnds = [];

    internal Sender<T> SenderOf(int participant) => new(_senderEnds[participant]);

    internal Receiver<T> ReceiverOf(int participant) => new(_receiverEnds[participant]);

    /// <summary>The address and the bytes of a ring.</summary>
    internal (uint Address, uint Bytes) RingOf(int sender, int receiver) => (AddressOf(Region(sender, receiver)), RingBytes);

    private int SlotCount => (int)BitOperations.RoundUpToPowerOf2((uint)capacity + (policy == QueueOverflowPolicy.OverwriteOldest ? 1u : 0));

    private uint RingBytes => QueueHeader.SlotsOffset + (uint)(SlotCount * System.Runtime.CompilerServices.Unsafe.SizeOf<T>());

    internal void Open()
    {
        foreach (var (sender, receiver) in senders.SelectMany(_ => receivers, (sender, receiver) => (sender, receiver)))
            SharedMemory.Open(Region(sender, receiver), RingBytes, (1u << sender) | (1u << receiver));
        foreach (var sender in senders)
            _senderEnds[sender] = Participants.At(sender).AddEnd(Describe(Region(sender, receivers[0]), senders.Length, receivers, ChannelEndKind.QueueSender));
        foreach (var receiver in receivers)
            _receiverEnds[receiver] = Participants.At(receiver).AddEnd(Describe(Region(senders[0], receiver), 1, senders, ChannelEndKind.QueueReceiver));
    }

    private int Region(int sender, int receiver) => firstRegion + (Array.IndexOf(receivers, receiver) * senders.Length) + Array.IndexOf(senders, sender);

    private static uint AddressOf(int region) => VirtualMemoryMap.ChannelBase + ((uint)region * SharedMemory.RegionStride);

    private ChannelEnd Describe(int region, int step, int[] peers, uint kind) => new()
    {
        Address = AddressOf(region),
        Bytes = RingBytes,
        Capacity = (uint)capacity,
        SlotMask = (uint)SlotCount - 1,
        MessageBytes = (uint)System.Runtime.CompilerServices.Unsafe.SizeOf<T>(),
        RingStride = peers.Length > 1 ? (uint)step * SharedMemory.RegionStride : 0,
        Peers = Scene.Mask(peers),
        Kind = kind,
        Policy = policy,
    };
}
