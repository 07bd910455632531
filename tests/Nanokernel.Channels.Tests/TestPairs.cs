using System;
using System.Collections.Generic;
using System.Linq;
using Nanokernel.Abi;

namespace Nanokernel.Channels.Tests;

/// <summary>
/// The memory that each sender has with each receiver, or each client with its server, and the records of their ends, as the build makes them.
/// </summary>
/// <param name="firstRegion">The first of the regions.</param>
/// <param name="shape">What is the same in the records of all ends.</param>
/// <param name="kinds">The kinds of both ends.</param>
/// <param name="senders">The senders or clients.</param>
/// <param name="receivers">The receivers, or the server.</param>
internal abstract class TestPairs(int firstRegion, ChannelEnd shape, (uint Sender, uint Receiver) kinds, int[] senders, int[] receivers)
{
    private readonly Dictionary<int, nint> _senderEnds = [];
    private readonly Dictionary<int, nint> _receiverEnds = [];

    internal int RegionCount => senders.Length * receivers.Length;

    /// <summary>The address and the bytes of the memory of a pair.</summary>
    public (uint Address, uint Bytes) RegionOf(int sender, int receiver) => (AddressOf(Region(sender, receiver)), shape.Bytes);

    internal void Open()
    {
        foreach (var (sender, receiver) in senders.SelectMany(_ => receivers, (sender, receiver) => (sender, receiver)))
            SharedMemory.Open(Region(sender, receiver), shape.Bytes, (1u << sender) | (1u << receiver));
        foreach (var sender in senders)
            _senderEnds[sender] = Participants.At(sender).AddEnd(Describe(Region(sender, receivers[0]), senders.Length, receivers, kinds.Sender));
        foreach (var receiver in receivers)
            _receiverEnds[receiver] = Participants.At(receiver).AddEnd(Describe(Region(senders[0], receiver), 1, senders, kinds.Receiver));
    }

    protected nint SenderEnd(int participant) => _senderEnds[participant];

    protected nint ReceiverEnd(int participant) => _receiverEnds[participant];

    private int Region(int sender, int receiver) => firstRegion + (Array.IndexOf(receivers, receiver) * senders.Length) + Array.IndexOf(senders, sender);

    private static uint AddressOf(int region) => VirtualMemoryMap.ChannelBase + ((uint)region * SharedMemory.RegionStride);

    private ChannelEnd Describe(int region, int step, int[] peers, uint kind)
    {
        var end = shape;
        end.Address = AddressOf(region);
        end.RingStride = peers.Length > 1 ? (uint)step * SharedMemory.RegionStride : 0;
        end.Peers = Scene.Mask(peers);
        end.Kind = kind;
        return end;
    }
}
