using System;
using System.Runtime.CompilerServices;
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
        => end->Policy == QueueOverflowPolicy.OverwriteOldest || (PartitionPages.Information->StoppedPartitions & peer) != 0;

    internal static bool HasNoPeer(ChannelEnd* end) => (end->Peers & ~PartitionPages.Information->StoppedPartitions) == 0;

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
