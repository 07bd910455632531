using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Threading;
using Nanokernel.Abi;

namespace Nanokernel;

// The arithmetic that both ends of a queue share. Records of ends are the build's and right; what is in a ring is checked by who reads it.
internal static unsafe class ChannelRing
{
    // Any index names a slot: the mask sees to that.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static byte* Slot<T>(ChannelEnd* end, QueueHeader* ring, uint index)
        where T : unmanaged => (byte*)ring + QueueHeader.SlotsOffset + ((index & end->SlotMask) * (uint)sizeof(T));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static QueueHeader* Next(ChannelEnd* end, QueueHeader* ring) => (QueueHeader*)((byte*)ring + end->RingStride);

    // Where a full ring does not keep a message back: the oldest makes room, or nobody will ever read it.
    internal static bool TakesAlways(ChannelEnd* end, uint peer)
        => end->Policy == QueueOverflowPolicy.OverwriteOldest || HasEnded(peer);

    internal static bool HasEnded(uint peer) => (PartitionPages.Information->StoppedPartitions & peer) != 0;

    internal static int RestartsOf(uint peers)
    {
        var restarts = (ushort*)((byte*)PartitionPages.Information + InformationPage.RestartsOffset);
        var sum = 0;
        for (; peers != 0; peers &= peers - 1)
            sum += restarts[BitOperations.TrailingZeroCount(peers)];
        return sum;
    }

    internal static bool HasNoPeer(ChannelEnd* end) => (end->Peers & ~PartitionPages.Information->StoppedPartitions) == 0;

    // The ring of a peer: there is one for each bit below its own.
    internal static QueueHeader* Of(ChannelEnd* end, uint peer)
        => (QueueHeader*)(end->Address + ((uint)BitOperations.PopCount(end->Peers & (peer - 1)) * end->RingStride));

    // The peers whose turn comes before that of the one that was served last.
    internal static uint BehindLatest(ChannelEnd* end)
    {
        var latest = StateOf(end)->LatestPeer;
        return end->Peers & ~(latest | (latest - 1));
    }

    internal static bool AreEmpty(ChannelEnd* end)
    {
        var ring = (QueueHeader*)end->Address;
        for (var rest = end->Peers; rest != 0; rest &= rest - 1, ring = Next(end, ring))
        {
            if (Volatile.Read(ref ring->Tail) != ring->Head)
                return false;
        }

        return true;
    }

    // Waits for a message in any of the receiver's rings, unless there is one already.
    internal static void WaitForMessage(ChannelEnd* end, ulong deadline)
    {
        SetReceiverWaits(end, 1);
        if (AreEmpty(end))
            Processor.WaitUntil(deadline);
        SetReceiverWaits(end, 0);
    }

    internal static void SetSenderWaits(ChannelEnd* end, uint value)
    {
        var ring = (QueueHeader*)end->Address;
        for (var rest = end->Peers; rest != 0; rest &= rest - 1, ring = Next(end, ring))
            Volatile.Write(ref ring->SenderWaits, value);
    }

    private static void SetReceiverWaits(ChannelEnd* end, uint value)
    {
        var ring = (QueueHeader*)end->Address;
        for (var rest = end->Peers; rest != 0; rest &= rest - 1, ring = Next(end, ring))
            Volatile.Write(ref ring->ReceiverWaits, value);
    }

    // What the partition itself keeps of an end; no peer sees it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ChannelEndState* StateOf(ChannelEnd* end)
        => (ChannelEndState*)((byte*)PartitionPages.Control + ControlPage.ChannelStatesOffset) + end->EndIndex;

    // How much was opened in the queue itself stands where no peer can change it: what one writes must not make an argument wrong.
    internal static void Close(ChannelEnd* end, int count)
    {
        var state = StateOf(end);
        if ((uint)count > state->Opened)
            throw new ArgumentOutOfRangeException(nameof(count));
        state->Opened -= (uint)count;
    }

    internal static QueueHeader* Single(ChannelEnd* end)
    {
        if ((end->Peers & (end->Peers - 1)) != 0)
            throw new InvalidOperationException("Room in the queue itself can be had where it has one receiver; this one has several.");
        return (QueueHeader*)end->Address;
    }
}
