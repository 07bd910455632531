using System;
using System.Runtime.CompilerServices;
using System.Threading;
using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>
/// The receiving end of a queue: it has a ring in shared memory for each sender, and what one of them does to its ring reaches no other. The
/// senders take turns; the messages of one come in order. Receiving takes no hypercall while there are messages, unless the sender waits for
/// room. Not for an interrupt handler and <c>Main</c> at the same time.
/// </summary>
/// <typeparam name="T">The message: an unmanaged struct. The build compares its layout with the senders'.</typeparam>
/// <param name="end">The address of the end's record; generated code passes it.</param>
public readonly unsafe struct Receiver<T>(nint end)
    where T : unmanaged
{
    // A sender that overwrites faster than we copy costs this many attempts, then a call of us.
    private const int AttemptMaximum = 8;

    private readonly ChannelEnd* _end = (ChannelEnd*)end;

    /// <summary>
    /// How often partitions at the other side have been started anew. Where it has changed, what was agreed with them before is to be agreed
    /// again.
    /// </summary>
    public int PeerRestarts => ChannelRing.RestartsOf(_end->Peers);

    /// <summary>The most messages that the queue holds from each sender.</summary>
    public int Capacity => (int)_end->Capacity;

    /// <summary>
    /// Messages that did not arrive whole; wraps at 2^32. On a queue that overwrites, those that newer ones took the place of; on any, one for
    /// each time that a sender's ring held nonsense, which is dropped.
    /// </summary>
    public uint Lost => ChannelRing.StateOf(_end)->Lost;

    /// <summary>Receives a message if there is one. Never waits.</summary>
    /// <param name="message">The message.</param>
    /// <returns>Whether there was one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReceive(out T message)
    {
        var end = _end;
        var ring = (QueueHeader*)end->Address;
        var head = ring->Head;
        if (end->RingStride != 0 || Volatile.Read(ref ring->Tail) - head - 1 >= end->Capacity || end->Policy == QueueOverflowPolicy.OverwriteOldest)
            return TryTakeFromAny(out message);
        MessageCopy.Read(ChannelRing.Slot<T>(end, ring, head), out message);
        Volatile.Write(ref ring->Head, head + 1);
        if (Volatile.Read(ref ring->SenderWaits) != 0)
            Hypercalls.Notify(end->EndIndex, end->Peers);
        return true;
    }

    /// <summary>Receives a message; waits until there is one. Not for interrupt handlers.</summary>
    /// <param name="message">The message.</param>
    /// <returns>Whether there was one: false once every sender has ended and the queue is empty.</returns>
    public bool Receive(out T message)
    {
        while (!TryReceive(out message))
        {
            // What a sender sent before it ended has come before we learn of its end.
            if (ChannelRing.HasNoPeer(_end))
                return TryReceive(out message);
            ChannelRing.WaitForMessage(_end, ulong.MaxValue);
        }

        return true;
    }

    /// <summary>Receives a message; waits for it no longer than a time. Not for interrupt handlers.</summary>
    /// <param name="message">The message.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <returns>Whether there was one in time.</returns>
    public bool TryReceive(out T message, TimeSpan timeout)
    {
        var deadline = Clock.TimestampAfter(timeout);
        while (!TryReceive(out message))
        {
            if (ChannelRing.HasNoPeer(_end))
                return TryReceive(out message);
            if (Clock.Timestamp >= deadline)
                return false;
            ChannelRing.WaitForMessage(_end, deadline);
        }

        return true;
    }

    /// <summary>Receives the messages that are there, as many as fit. Never waits.</summary>
    /// <param name="messages">Takes them.</param>
    /// <returns>How many there were.</returns>
    public int TryReceive(Span<T> messages)
    {
        var count = 0;
        while (count < messages.Length && TryReceive(out messages[count]))
            count++;
        return count;
    }

    /// <summary>
    /// Shows messages in the queue itself, to be read in place and then given back with <see cref="Release"/>: nothing is copied. The sender can
    /// still change what is seen here: copy what has to stay as it was checked.
    /// </summary>
    /// <param name="count">How many messages are wanted.</param>
    /// <returns>That many of the oldest messages or, where fewer are there in one piece, those; empty if there is none.</returns>
    /// <exception cref="InvalidOperationException">
    /// The queue has several senders, or overwrites the oldest message. It ends the partition.
    /// </exception>
    public ReadOnlySpan<T> Peek(int count)
    {
        var ring = ChannelRing.Single(_end);
        if (_end->Policy == QueueOverflowPolicy.OverwriteOldest)
            throw new InvalidOperationException("What the next message may overwrite cannot be read in place.");
        var state = ChannelRing.StateOf(_end);
        state->Opened = 0;
        var head = ring->Head;
        var available = Volatile.Read(ref ring->Tail) - head;
        if (available - 1 >= _end->Capacity)
        {
            if (available != 0)
                Drop(ring);
            return default;
        }

        var first = head & _end->SlotMask;
        var inOnePiece = _end->SlotMask + 1 - first;
        available = available < inOnePiece ? available : inOnePiece;
        state->Opened = (uint)count < available ? (uint)count : available;
        return new ReadOnlySpan<T>(ChannelRing.Slot<T>(_end, ring, first), (int)state->Opened);
    }

    /// <summary>Gives the first messages of what <see cref="Peek"/> showed last back to the sender.</summary>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">More than it showed. It ends the partition.</exception>
    public void Release(int count)
    {
        var ring = ChannelRing.Single(_end);
        ChannelRing.Close(_end, count);
        Advance(ring, _end->Peers, ring->Head + (uint)count);
    }

    /// <summary>
    /// The ring may be empty; or its sender overwrites the oldest message, maybe while we copy it; or it wrote nonsense.
    /// </summary>
    private bool TryTake(QueueHeader* ring, uint peer, out T message)
    {
        var end = _end;
        var head = ring->Head;
        for (var attempt = 0; attempt < AttemptMaximum; attempt++)
        {
            var count = Volatile.Read(ref ring->Tail) - head;
            if (count == 0)
                break;
            if (count > end->Capacity)
            {
                if (end->Policy != QueueOverflowPolicy.OverwriteOldest || count > int.MaxValue)
                {
                    Drop(ring);
                    break;
                }

                // Counted once, even if no attempt succeeds.
                ChannelRing.StateOf(end)->Lost += count - end->Capacity;
                head += count - end->Capacity;
                Volatile.Write(ref ring->Head, head);
            }

            MessageCopy.Read(ChannelRing.Slot<T>(end, ring, head), out message);

            // Whole, unless the sender has meanwhile come round to this slot.
            if (Volatile.Read(ref ring->Tail) - head <= end->Capacity)
            {
                Advance(ring, peer, head + 1);
                return true;
            }
        }

        Unsafe.SkipInit(out message);
        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryTakeFromAny(out T message)
    {
        var behind = ChannelRing.BehindLatest(_end);
        return TryTakeFrom(behind, out message) || TryTakeFrom(_end->Peers & ~behind, out message);
    }

    private bool TryTakeFrom(uint senders, out T message)
    {
        for (var rest = senders; rest != 0; rest &= rest - 1)
        {
            var peer = rest & (0 - rest);
            if (!TryTake(ChannelRing.Of(_end, peer), peer, out message))
                continue;
            ChannelRing.StateOf(_end)->LatestPeer = peer;
            return true;
        }

        Unsafe.SkipInit(out message);
        return false;
    }

    private void Advance(QueueHeader* ring, uint peer, uint head)
    {
        Volatile.Write(ref ring->Head, head);
        if (Volatile.Read(ref ring->SenderWaits) != 0)
            Hypercalls.Notify(_end->EndIndex, peer);
    }

    /// <summary>What the sender says to be there cannot be.</summary>
    private void Drop(QueueHeader* ring)
    {
        Volatile.Write(ref ring->Head, Volatile.Read(ref ring->Tail));
        ChannelRing.StateOf(_end)->Lost++;
    }
}
