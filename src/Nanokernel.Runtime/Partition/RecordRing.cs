using System;
using System.Threading;
using Nanokernel.Abi;

namespace Nanokernel;

// Where records stand in a ring; see Abi.RecordHeader. What is read of the other side's is read once, and checked before it is used.
internal static unsafe class RecordRing
{
    // Half the ring always holds one in one piece, wherever the ring stands.
    internal static int MaximumBytes(ChannelEnd* end) => (int)((end->Capacity / 2) - RecordHeader.Bytes);

    internal static uint BytesOf(int length) => (RecordHeader.Bytes + (uint)length + 3) & ~3u;

    // Any position names a word of the ring: the mask sees to that.
    internal static byte* At(ChannelEnd* end, QueueHeader* ring, uint position)
        => (byte*)ring + QueueHeader.SlotsOffset + (position & end->SlotMask);

    // How far a record of that length stands behind the tail: 0, or what is left of the ring.
    internal static uint SkipFor(ChannelEnd* end, uint tail, int length)
    {
        var rest = end->Capacity - (tail & end->SlotMask);
        return BytesOf(length) <= rest ? 0 : rest;
    }

    internal static bool HasRoom(ChannelEnd* end, QueueHeader* ring, uint tail, int length)
    {
        var used = tail - Volatile.Read(ref ring->Head);
        return used <= end->Capacity && end->Capacity - used >= SkipFor(end, tail, length) + BytesOf(length);
    }

    // Where the record behind the tail begins.
    internal static Span<byte> Room(ChannelEnd* end, QueueHeader* ring, uint tail, int length)
        => new(At(end, ring, tail + SkipFor(end, tail, length)) + RecordHeader.Bytes, length);

    // Makes the record behind the tail, already written there, the ring's newest.
    internal static void Publish(ChannelEnd* end, QueueHeader* ring, uint tail, uint skip, int length)
    {
        if (skip != 0)
            Volatile.Write(ref *(uint*)At(end, ring, tail), RecordHeader.Skip);
        Volatile.Write(ref *(uint*)At(end, ring, tail + skip), (uint)length);
        Volatile.Write(ref ring->Tail, tail + skip + BytesOf(length));
    }

    // The oldest record and the bytes to its end from the head on; false where there is none. What cannot be is dropped, and counted.
    internal static bool TryGetOldest(ChannelEnd* end, QueueHeader* ring, out ReadOnlySpan<byte> record, out uint bytes)
    {
        record = default;
        bytes = 0;
        var head = ring->Head;
        var tail = Volatile.Read(ref ring->Tail);
        var available = tail - head;
        if (available == 0)
            return false;

        var rest = end->Capacity - (head & end->SlotMask);
        if (available <= end->Capacity && ((available | head) & 3) == 0)
        {
            var length = Volatile.Read(ref *(uint*)At(end, ring, head));
            if (length == RecordHeader.Skip && available > rest)
            {
                bytes = rest;
                available -= rest;
                rest = end->Capacity;
                length = Volatile.Read(ref *(uint*)At(end, ring, 0));
            }

            if (length <= (uint)MaximumBytes(end) && BytesOf((int)length) <= available && BytesOf((int)length) <= rest)
            {
                record = new ReadOnlySpan<byte>(At(end, ring, head + bytes) + RecordHeader.Bytes, (int)length);
                bytes += BytesOf((int)length);
                return true;
            }
        }

        Volatile.Write(ref ring->Head, tail);
        ChannelRing.StateOf(end)->Lost++;
        return false;
    }
}
