using System;
using System.Threading;
using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>
/// The receiving end of a queue of records. It has a ring in shared memory for each sender; the senders take turns, the records of one come in
/// order. Receiving takes no hypercall while there are records, unless the sender waits for room. Not for an interrupt handler and <c>Main</c> at
/// the same time.
/// </summary>
/// <param name="end">The address of the end's record; generated code passes it.</param>
public readonly unsafe struct RecordReceiver(nint end)
{
    private readonly ChannelEnd* _end = (ChannelEnd*)end;

    /// <summary>
    /// How often partitions at the other side have been started anew. Where it has changed, what was agreed with them before is to be agreed
    /// again.
    /// </summary>
    public int PeerRestarts => ChannelRing.RestartsOf(_end->Peers);

    /// <summary>The most bytes of a record: 4 less than half of the queue.</summary>
    public int MaximumBytes => RecordRing.MaximumBytes(_end);

    /// <summary>How often a sender's ring held nonsense, which was dropped; wraps at 2^32.</summary>
    public uint Lost => ChannelRing.StateOf(_end)->Lost;

    /// <summary>Receives a record if there is one. Never waits.</summary>
    /// <param name="destination">Takes as much of it as fits.</param>
    /// <param name="length">How long the record is, even where it is longer than <paramref name="destination"/>.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryReceive(Span<byte> destination, out int length)
    {
        if (!TryPeek(out var record))
        {
            length = 0;
            return false;
        }

        length = record.Length;
        MessageCopy.Copy(record, destination);
        Release();
        return true;
    }

    /// <summary>Receives a record; waits until there is one. Not for interrupt handlers.</summary>
    /// <param name="destination">Takes as much of it as fits.</param>
    /// <param name="length">How long the record is, even where it is longer than <paramref name="destination"/>.</param>
    /// <returns>Whether there was one: false once every sender has ended and the queue is empty.</returns>
    public bool Receive(Span<byte> destination, out int length) => Receive(destination, out length, ulong.MaxValue);

    /// <summary>Receives a record; waits for it no longer than a time. Not for interrupt handlers.</summary>
    /// <param name="destination">Takes as much of it as fits.</param>
    /// <param name="length">How long the record is, even where it is longer than <paramref name="destination"/>.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <returns>Whether there was one in time.</returns>
    public bool TryReceive(Span<byte> destination, out int length, TimeSpan timeout) =>
        Receive(destination, out length, Clock.TimestampAfter(timeout));

    /// <summary>
    /// Shows the next record in the queue itself, to be read in place and then given back with <see cref="Release"/>: nothing is copied. The
    /// sender can still change what is seen here: copy what has to stay as it was checked.
    /// </summary>
    /// <param name="record">The record.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryPeek(out ReadOnlySpan<byte> record)
    {
        var behind = ChannelRing.BehindLatest(_end);
        return TryPeekFrom(behind, out record) || TryPeekFrom(_end->Peers & ~behind, out record);
    }

    /// <summary>Gives back the record that <see cref="TryPeek"/> showed last; nothing happens if it was given back already.</summary>
    public void Release()
    {
        var state = ChannelRing.StateOf(_end);
        if (state->Pending == 0)
            return;
        var ring = ChannelRing.Of(_end, state->LatestPeer);
        Volatile.Write(ref ring->Head, ring->Head + state->Pending);
        state->Pending = 0;
        if (Volatile.Read(ref ring->SenderWaits) != 0)
            Hypercalls.Notify(_end->EndIndex, state->LatestPeer);
    }

    private bool TryPeekFrom(uint senders, out ReadOnlySpan<byte> record)
    {
        for (var rest = senders; rest != 0; rest &= rest - 1)
        {
            var peer = rest & (0 - rest);
            var ring = ChannelRing.Of(_end, peer);
            if (!RecordRing.TryGetOldest(_end, ring, out record, out var bytes))
                continue;
            var state = ChannelRing.StateOf(_end);
            (state->LatestPeer, state->Pending) = (peer, bytes);
            return true;
        }

        record = default;
        return false;
    }

    private bool Receive(Span<byte> destination, out int length, ulong deadline)
    {
        while (!TryReceive(destination, out length))
        {
            // What a sender sent before it ended has come before we learn of its end.
            if (ChannelRing.HasNoPeer(_end))
                return TryReceive(destination, out length);
            if (Clock.Timestamp >= deadline)
                return false;
            ChannelRing.WaitForMessage(_end, deadline);
        }

        return true;
    }
}
