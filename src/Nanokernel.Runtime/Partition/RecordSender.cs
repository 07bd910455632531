using System;
using System.Threading;
using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>
/// The sending end of a queue of records: pieces of bytes, each as long as it is. It has a ring in shared memory for each receiver. Sending takes
/// no hypercall unless a receiver waits. Not for an interrupt handler and <c>Main</c> at the same time.
/// </summary>
/// <param name="end">The address of the end's record; generated code passes it.</param>
public readonly unsafe struct RecordSender(nint end)
{
    private readonly ChannelEnd* _end = (ChannelEnd*)end;

    /// <summary>
    /// How often partitions at the other side have been started anew. Where it has changed, what was agreed with them before is to be agreed
    /// again.
    /// </summary>
    public int PeerRestarts => ChannelRing.RestartsOf(_end->Peers);

    /// <summary>The most bytes of a record: 4 less than half of the queue.</summary>
    public int MaximumBytes => RecordRing.MaximumBytes(_end);

    /// <summary>Records that a receiver did not get because its ring was full, where the queue was declared to reject them; wraps at 2^32.</summary>
    public uint Lost => ChannelRing.StateOf(_end)->Lost;

    /// <summary>Sends a record to all receivers if each has room, otherwise to none. Never waits. A receiver that has ended needs no room.</summary>
    /// <param name="record">The record; it is copied.</param>
    /// <returns>Whether it was sent.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The record has more than <see cref="MaximumBytes"/>. It ends the partition.</exception>
    public bool TrySend(ReadOnlySpan<byte> record)
    {
        CheckLength(record.Length);
        var withRoom = WithRoom(record.Length);
        if (withRoom != _end->Peers)
            return false;
        Put(record, withRoom);
        return true;
    }

    /// <summary>
    /// Sends a record in the way that was declared for a full queue: waits for room in each full ring, or leaves full rings out. Not for
    /// interrupt handlers where the queue blocks.
    /// </summary>
    /// <param name="record">The record; it is copied.</param>
    /// <returns>Whether every receiver that is still there will see it; false if none is.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The record has more than <see cref="MaximumBytes"/>. It ends the partition.</exception>
    public bool Send(ReadOnlySpan<byte> record) => Send(record, ulong.MaxValue);

    /// <summary>Sends a record; on a queue that blocks, waits for room no longer than a time. Not for interrupt handlers.</summary>
    /// <param name="record">The record; it is copied.</param>
    /// <param name="timeout">How long to wait for all receivers together.</param>
    /// <returns>Whether every receiver that is still there will see it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The record has more than <see cref="MaximumBytes"/>. It ends the partition.</exception>
    public bool TrySend(ReadOnlySpan<byte> record, TimeSpan timeout) => Send(record, Clock.TimestampAfter(timeout));

    /// <summary>
    /// Opens room for a record in the queue itself, to be filled in place and then sent with <see cref="Commit"/>: nothing is copied. What is not
    /// committed was never sent.
    /// </summary>
    /// <param name="bytes">The most bytes that the record will have.</param>
    /// <param name="room">The room.</param>
    /// <returns>Whether there is as much.</returns>
    /// <exception cref="ArgumentOutOfRangeException">More than <see cref="MaximumBytes"/>, or negative. It ends the partition.</exception>
    /// <exception cref="InvalidOperationException">The queue has several receivers. It ends the partition.</exception>
    public bool TryReserve(int bytes, out Span<byte> room)
    {
        CheckLength(bytes);
        var ring = ChannelRing.Single(_end);
        room = default;
        var tail = ring->Tail;
        if (!RecordRing.HasRoom(_end, ring, tail, bytes))
            return false;
        var state = ChannelRing.StateOf(_end);
        (state->Pending, state->Opened) = (RecordRing.SkipFor(_end, tail, bytes), (uint)bytes + 1);
        room = RecordRing.Room(_end, ring, tail, bytes);
        return true;
    }

    /// <summary>Sends the first bytes of the room that <see cref="TryReserve"/> opened last.</summary>
    /// <param name="bytes">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">More than it opened, or it opened none. It ends the partition.</exception>
    public void Commit(int bytes)
    {
        var ring = ChannelRing.Single(_end);
        var state = ChannelRing.StateOf(_end);
        if ((uint)bytes >= state->Opened)
            throw new ArgumentOutOfRangeException(nameof(bytes));
        RecordRing.Publish(_end, ring, ring->Tail, state->Pending, bytes);
        (state->Pending, state->Opened) = (0, 0);
        if (Volatile.Read(ref ring->ReceiverWaits) != 0)
            Hypercalls.Notify(_end->EndIndex, _end->Peers);
    }

    private bool Send(ReadOnlySpan<byte> record, ulong deadline)
    {
        CheckLength(record.Length);
        if (_end->Policy == QueueOverflowPolicy.Reject)
        {
            var takers = WithRoom(record.Length);
            Put(record, takers);
            if (takers != _end->Peers)
                ChannelRing.StateOf(_end)->Lost++;
            return takers == _end->Peers && !ChannelRing.HasNoPeer(_end);
        }

        while (!TrySend(record))
        {
            if (Clock.Timestamp >= deadline)
                return false;
            ChannelRing.SetSenderWaits(_end, 1);
            if (WithRoom(record.Length) != _end->Peers)
                Processor.WaitUntil(deadline);
            ChannelRing.SetSenderWaits(_end, 0);
        }

        return !ChannelRing.HasNoPeer(_end);
    }

    private void CheckLength(int bytes)
    {
        if ((uint)bytes > (uint)MaximumBytes)
            throw new ArgumentOutOfRangeException(nameof(bytes));
    }

    /// <summary>The receivers whose rings have room, and those that need none.</summary>
    private uint WithRoom(int length)
    {
        var takers = 0u;
        var ring = (QueueHeader*)_end->Address;
        for (var rest = _end->Peers; rest != 0; rest &= rest - 1, ring = ChannelRing.Next(_end, ring))
        {
            var peer = rest & (0 - rest);
            if (RecordRing.HasRoom(_end, ring, ring->Tail, length) || ChannelRing.HasEnded(peer))
                takers |= peer;
        }

        return takers;
    }

    private void Put(ReadOnlySpan<byte> record, uint takers)
    {
        var waiting = 0u;
        var ring = (QueueHeader*)_end->Address;
        for (var rest = _end->Peers; rest != 0; rest &= rest - 1, ring = ChannelRing.Next(_end, ring))
        {
            var peer = rest & (0 - rest);
            if ((takers & peer) == 0 || ChannelRing.HasEnded(peer))
                continue;
            var tail = ring->Tail;
            MessageCopy.Copy(record, RecordRing.Room(_end, ring, tail, record.Length));
            RecordRing.Publish(_end, ring, tail, RecordRing.SkipFor(_end, tail, record.Length), record.Length);
            if (Volatile.Read(ref ring->ReceiverWaits) != 0)
                waiting |= peer;
        }

        if (waiting != 0)
            Hypercalls.Notify(_end->EndIndex, waiting);
    }
}
