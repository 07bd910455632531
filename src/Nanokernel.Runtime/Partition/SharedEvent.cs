using System.Threading;
using Nanokernel.Abi;

namespace Nanokernel;

// What posters and waiters do to an event's two words. Every value in them is valid: whoever spoils them posts, or takes posts away.
internal static unsafe class SharedEvent
{
    internal static void Post(ChannelEnd* end)
    {
        var header = (EventHeader*)end->Address;
        if (end->Policy == EventMode.Counting)
            Increment(ref header->Count);
        else
            Interlocked.Exchange(ref header->Count, 1);
        var waiting = Volatile.Read(ref header->Waiting) & end->Peers;
        if (waiting != 0)
            Hypercalls.Notify(end->EndIndex, waiting);
    }

    internal static bool TryTake(ChannelEnd* end)
    {
        ref var count = ref ((EventHeader*)end->Address)->Count;
        return end->Policy switch
        {
            EventMode.AutoReset => Interlocked.Exchange(ref count, 0) != 0,
            EventMode.Counting => TryDecrement(ref count),
            _ => Volatile.Read(ref count) != 0,
        };
    }

    // Undoes TryTake. Of an event that is reset by hand nothing was taken, and it may have been reset since.
    internal static void GiveBack(ChannelEnd* end)
    {
        if (end->Policy != EventMode.ManualReset)
            Post(end);
    }

    internal static void Reset(ChannelEnd* end) => Interlocked.Exchange(ref ((EventHeader*)end->Address)->Count, 0);

    // Of an event, the capacity of an end is the mask of the posters.
    internal static bool HasNoPoster(ChannelEnd* end) => (end->Capacity & ~PartitionPages.Information->StoppedPartitions) == 0;

    internal static void SetWaiting(ChannelEnd* end) => Interlocked.Or(ref ((EventHeader*)end->Address)->Waiting, OwnBit);

    internal static void ClearWaiting(ChannelEnd* end) => Interlocked.And(ref ((EventHeader*)end->Address)->Waiting, ~OwnBit);

    private static uint OwnBit => 1u << (int)PartitionPages.Information->PartitionIndex;

    private static void Increment(ref uint count)
    {
        for (var seen = Volatile.Read(ref count); seen != uint.MaxValue;)
        {
            var found = Interlocked.CompareExchange(ref count, seen + 1, seen);
            if (found == seen)
                return;
            seen = found;
        }
    }

    private static bool TryDecrement(ref uint count)
    {
        for (var seen = Volatile.Read(ref count); seen != 0;)
        {
            var found = Interlocked.CompareExchange(ref count, seen - 1, seen);
            if (found == seen)
                return true;
            seen = found;
        }

        return false;
    }
}
