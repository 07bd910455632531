using System;
using System.Runtime.CompilerServices;
using System.Threading;
using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>
/// The sending end of a queue: it has a ring in shared memory for each receiver, and what one of them does to its ring reaches no other.
/// Sending takes no hypercall unless a receiver waits. Not for an interrupt handler and <c>Main</c> at the same time: hold handlers back
/// with <see cref="Interrupts.Disable"/> where both send.
/// </summary>
/// <typeparam name="T">The message: an unmanaged struct. The build compares its layout with the receivers'.</typeparam>
/// <param name="end">The address of the end's record; generated code passes it.</param>
public readonly unsafe struct Sender<T>(nint end)
    where T : unmanaged
{
    private readonly ChannelEnd* _end = (ChannelEnd*)end;

    /// <summary>
    /// How often partitions at the other side have been started anew. Where it has changed, what was agreed with them before is to be agreed
    /// again.
    /// </summary>
    public int PeerRestarts => ChannelRing.RestartsOf(_end->Peers);

    /// <summary>The most messages that the queue holds for each receiver.</summary>
    public int Capacity => (int)_end->Capacity;

    /// <summary>The most messages that wait for one of the receivers.</summary>
    public int Count => Capacity - Room();

    /// <summary>Messages that a receiver did not get because its ring was full, where the queue was declared to reject them; wraps at 2^32.</summary>
    public uint Lost => ChannelRing.StateOf(_end)->Lost;

    /// <summary>
    /// Sends a message to all receivers if each has room, otherwise to none. Never waits. On a queue that overwrites the oldest message there
    /// is always room, and a receiver that has ended needs none.
    /// </summary>
    /// <param name="message">The message; it is copied.</param>
    /// <returns>Whether it was sent.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySend(in T message)
    {
        var end = _end;
        var ring = (QueueHeader*)end->Address;
        var tail = ring->Tail;

        // What a hostile receiver writes here can only make the ring look full.
        if (end->RingStride != 0 || tail - Volatile.Read(ref ring->Head) >= end->Capacity)
            return TrySendToAll(in message);

        MessageCopy.Write(ChannelRing.Slot<T>(end, ring, tail), in message);
        Volatile.Write(ref ring->Tail, tail + 1);

        // There is one processor: what was written before is seen by whoever runs next.
        if (Volatile.Read(ref ring->ReceiverWaits) != 0)
            Hypercalls.Notify(end->EndIndex, end->Peers);
        return true;
    }

    /// <summary>
    /// Sends a message in the way that was declared for a full queue: waits for room in each full ring, leaves full rings out, or overwrites the
    /// oldest message. Not for interrupt handlers where the queue blocks.
    /// </summary>
    /// <param name="message">The message; it is copied.</param>
    /// <returns>Whether every receiver that is still there will see it; false if none is.</returns>
    public bool Send(in T message) => Send(in message, ulong.MaxValue);

    /// <summary>Sends a message; on a queue that blocks, waits for room no longer than a time. Not for interrupt handlers.</summary>
    /// <param name="message">The message; it is copied.</param>
    /// <param name="timeout">How long to wait for all receivers together.</param>
    /// <returns>Whether every receiver that is still there will see it.</returns>
    public bool TrySend(in T message, TimeSpan timeout) => Send(in message, Clock.TimestampAfter(timeout));

    /// <summary>Sends as many messages as there is room for at every receiver, with one hypercall at most. Never waits.</summary>
    /// <param name="messages">The messages; they are copied.</param>
    /// <returns>How many of them, from the first on, were sent.</returns>
    public int TrySend(ReadOnlySpan<T> messages)
    {
        var count = Room();
        if (count > messages.Length)
            count = messages.Length;
        var waiting = 0u;
        var ring = (QueueHeader*)_end->Address;
        for (var rest = _end->Peers; rest != 0 && count != 0; rest &= rest - 1, ring = ChannelRing.Next(_end, ring))
        {
            var tail = ring->Tail;
            for (var i = 0; i < count; i++)
            {
                // Where the oldest is overwritten, a receiver has to see that before the next one is.
                MessageCopy.Write(ChannelRing.Slot<T>(_end, ring, tail), in messages[i]);
                Volatile.Write(ref ring->Tail, ++tail);
            }

            if (Volatile.Read(ref ring->ReceiverWaits) != 0)
                waiting |= rest & (0 - rest);
        }

        if (waiting != 0)
            Hypercalls.Notify(_end->EndIndex, waiting);
        return count;
    }

    /// <summary>
    /// Opens room for messages in the queue itself, to be filled in place and then sent with <see cref="Commit"/>: nothing is copied. What is
    /// not committed was never sent.
    /// </summary>
    /// <param name="count">How many messages are wanted.</param>
    /// <returns>Room for that many or, where less is free in one piece, fewer; empty if the queue is full.</returns>
    /// <exception cref="InvalidOperationException">The queue has several receivers. It ends the partition.</exception>
    public Span<T> Reserve(int count)
    {
        var ring = ChannelRing.Single(_end);
        var first = ring->Tail & _end->SlotMask;
        var room = Room();
        var inOnePiece = (int)(_end->SlotMask + 1 - first);
        room = room < inOnePiece ? room : inOnePiece;

        // Until it is committed, the receiver may read any of as many messages as the queue holds: only the slots beyond are free.
        var spare = (int)(_end->SlotMask + 1 - _end->Capacity);
        if (_end->Policy == QueueOverflowPolicy.OverwriteOldest && room > spare)
            room = spare;
        var opened = new Span<T>(ChannelRing.Slot<T>(_end, ring, first), count < room ? count : room);
        ChannelRing.StateOf(_end)->Opened = (uint)opened.Length;
        return opened;
    }

    /// <summary>Sends the first messages of what <see cref="Reserve"/> opened last.</summary>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">More than it opened. It ends the partition.</exception>
    public void Commit(int count)
    {
        var ring = ChannelRing.Single(_end);
        ChannelRing.Close(_end, count);
        Volatile.Write(ref ring->Tail, ring->Tail + (uint)count);
        if (count != 0 && Volatile.Read(ref ring->ReceiverWaits) != 0)
            Hypercalls.Notify(_end->EndIndex, _end->Peers);
    }

    /// <summary>How many messages every receiver has room for.</summary>
    private int Room()
    {
        var room = _end->Capacity;
        var ring = (QueueHeader*)_end->Address;
        for (var rest = _end->Peers; rest != 0; rest &= rest - 1, ring = ChannelRing.Next(_end, ring))
        {
            var used = ring->Tail - Volatile.Read(ref ring->Head);
            if (ChannelRing.TakesAlways(_end, rest & (0 - rest)))
                continue;
            var free = used < _end->Capacity ? _end->Capacity - used : 0;
            room = free < room ? free : room;
        }

        return (int)room;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TrySendToAll(in T message)
    {
        if (Room() == 0)
            return false;
        Put(in message, _end->Peers);
        return true;
    }

    private bool Send(in T message, ulong deadline)
    {
        if (_end->Policy != QueueOverflowPolicy.Reject)
        {
            while (!TrySend(in message))
            {
                if (Clock.Timestamp >= deadline)
                    return false;
                WaitForRoom(deadline);
            }

            return !ChannelRing.HasNoPeer(_end);
        }

        var takers = WithRoom();
        Put(in message, takers);
        if (takers == _end->Peers)
            return !ChannelRing.HasNoPeer(_end);
        ChannelRing.StateOf(_end)->Lost++;
        return false;
    }

    /// <summary>The receivers whose rings have room.</summary>
    private uint WithRoom()
    {
        var takers = 0u;
        var ring = (QueueHeader*)_end->Address;
        for (var rest = _end->Peers; rest != 0; rest &= rest - 1, ring = ChannelRing.Next(_end, ring))
        {
            var peer = rest & (0 - rest);
            if (ring->Tail - Volatile.Read(ref ring->Head) < _end->Capacity || ChannelRing.TakesAlways(_end, peer))
                takers |= peer;
        }

        return takers;
    }

    /// <summary>Puts a message into the rings of some receivers.</summary>
    private void Put(in T message, uint takers)
    {
        var waiting = 0u;
        var ring = (QueueHeader*)_end->Address;
        for (var rest = _end->Peers; rest != 0; rest &= rest - 1, ring = ChannelRing.Next(_end, ring))
        {
            var peer = rest & (0 - rest);
            if ((takers & peer) == 0)
                continue;
            var tail = ring->Tail;
            MessageCopy.Write(ChannelRing.Slot<T>(_end, ring, tail), in message);
            Volatile.Write(ref ring->Tail, tail + 1);
            if (Volatile.Read(ref ring->ReceiverWaits) != 0)
                waiting |= peer;
        }

        if (waiting != 0)
            Hypercalls.Notify(_end->EndIndex, waiting);
    }

    private void WaitForRoom(ulong deadline)
    {
        ChannelRing.SetSenderWaits(_end, 1);
        if (Room() == 0)
            Processor.WaitUntil(deadline);
        ChannelRing.SetSenderWaits(_end, 0);
    }
}
