using System;
using System.Threading;
using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>Waits for an event. Takes no hypercall if it is posted already. Waiting is not for interrupt handlers.</summary>
/// <param name="end">The address of the end's record; generated code passes it.</param>
public readonly unsafe struct EventWaiter(nint end)
{
    private readonly ChannelEnd* _end = (ChannelEnd*)end;

    /// <summary>
    /// How often partitions at the other side have been started anew. Where it has changed, what was agreed with them before is to be agreed
    /// again.
    /// </summary>
    public int PeerRestarts => ChannelRing.RestartsOf(_end->Peers);

    /// <summary>Whether the event is posted and not over yet.</summary>
    public bool IsSet => Volatile.Read(ref ((EventHeader*)_end->Address)->Count) != 0;

    /// <summary>Goes on with a post if there is one. Never waits.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TryWait() => SharedEvent.TryTake(_end);

    /// <summary>Waits until the event is posted.</summary>
    /// <returns>Whether it was: false once all that post it have ended.</returns>
    public bool Wait() => WaitUntil(ulong.MaxValue);

    /// <summary>Waits until the event is posted, no longer than a time.</summary>
    /// <param name="timeout">How long to wait.</param>
    /// <returns>Whether it was posted in time.</returns>
    public bool TryWait(TimeSpan timeout) => WaitUntil(Clock.TimestampAfter(timeout));

    /// <summary>Takes all posts back that nobody has gone on with.</summary>
    public void Reset() => SharedEvent.Reset(_end);

    /// <summary>Waits until one of several events is posted; goes on with the first of them that is.</summary>
    /// <param name="events">The events.</param>
    /// <returns>The place of that event; -1 once all that post any of them have ended.</returns>
    public static int WaitAny(ReadOnlySpan<EventWaiter> events) => WaitAny(events, ulong.MaxValue);

    /// <summary>Waits until one of several events is posted, no longer than a time.</summary>
    /// <param name="events">The events.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <returns>The place of that event; -1 if none was posted in time.</returns>
    public static int WaitAny(ReadOnlySpan<EventWaiter> events, TimeSpan timeout) => WaitAny(events, Clock.TimestampAfter(timeout));

    /// <summary>Waits until all of several events are posted; goes on with all of them at once, or with none.</summary>
    /// <param name="events">The events, each once.</param>
    /// <returns>Whether they were: false once all that post one of them have ended.</returns>
    public static bool WaitAll(ReadOnlySpan<EventWaiter> events) => WaitAll(events, ulong.MaxValue);

    /// <summary>Waits until all of several events are posted, no longer than a time.</summary>
    /// <param name="events">The events, each once.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <returns>Whether they were posted in time.</returns>
    public static bool WaitAll(ReadOnlySpan<EventWaiter> events, TimeSpan timeout) => WaitAll(events, Clock.TimestampAfter(timeout));

    private bool WaitUntil(ulong deadline)
    {
        while (!SharedEvent.TryTake(_end))
        {
            if (SharedEvent.HasNoPoster(_end))
                return SharedEvent.TryTake(_end);
            if (Clock.Timestamp >= deadline)
                return false;
            SharedEvent.SetWaiting(_end);
            if (!IsSet)
                Processor.WaitUntil(deadline);
            SharedEvent.ClearWaiting(_end);
        }

        return true;
    }

    private static int WaitAny(ReadOnlySpan<EventWaiter> events, ulong deadline)
    {
        for (;;)
        {
            // An event whose posters have ended by now has had its last post.
            var isHopeless = true;
            foreach (var each in events)
                isHopeless &= SharedEvent.HasNoPoster(each._end);
            for (var i = 0; i < events.Length; i++)
            {
                if (events[i].TryWait())
                    return i;
            }

            if (isHopeless || Clock.Timestamp >= deadline)
                return -1;
            SetWaiting(events);
            if (CountOfSet(events) == 0)
                Processor.WaitUntil(deadline);
            ClearWaiting(events);
        }
    }

    private static bool WaitAll(ReadOnlySpan<EventWaiter> events, ulong deadline)
    {
        for (;;)
        {
            var isHopeless = false;
            foreach (var each in events)
                isHopeless |= SharedEvent.HasNoPoster(each._end) && !each.IsSet;
            if (CountOfSet(events) == events.Length && TryTakeAll(events))
                return true;
            if (isHopeless || Clock.Timestamp >= deadline)
                return false;
            SetWaiting(events);
            if (CountOfSet(events) != events.Length)
                Processor.WaitUntil(deadline);
            ClearWaiting(events);
        }
    }

    /// <summary>If another waiter was faster with one of them, what was taken is posted anew: that wakes whoever went to sleep meanwhile.</summary>
    private static bool TryTakeAll(ReadOnlySpan<EventWaiter> events)
    {
        for (var i = 0; i < events.Length; i++)
        {
            if (events[i].TryWait())
                continue;
            while (--i >= 0)
                SharedEvent.GiveBack(events[i]._end);
            return false;
        }

        return true;
    }

    private static int CountOfSet(ReadOnlySpan<EventWaiter> events)
    {
        var count = 0;
        foreach (var each in events)
            count += each.IsSet ? 1 : 0;
        return count;
    }

    private static void SetWaiting(ReadOnlySpan<EventWaiter> events)
    {
        foreach (var each in events)
            SharedEvent.SetWaiting(each._end);
    }

    private static void ClearWaiting(ReadOnlySpan<EventWaiter> events)
    {
        foreach (var each in events)
            SharedEvent.ClearWaiting(each._end);
    }
}
