using CsCheck;
using Nanokernel.Policy;

namespace Nanokernel.Core.Tests.Policy;

public sealed unsafe class TimerQueueTests
{
    private const int Slots = 8;

    [Fact]
    public void A_new_queue_has_no_deadline()
    {
        var deadlines = stackalloc ulong[Slots];
        var queue = new TimerQueue(deadlines);

        Assert.Equal(TimerQueue.Never, queue.Nearest());
        Assert.Equal(0u, queue.TakeExpired(1_000_000));
    }

    [Fact]
    public void A_deadline_expires_once_and_not_before_its_time()
    {
        var deadlines = stackalloc ulong[Slots];
        var queue = new TimerQueue(deadlines);
        queue.Set(5, 1000);

        Assert.Equal(0u, queue.TakeExpired(999));
        Assert.Equal(1u << 5, queue.TakeExpired(1000));
        Assert.Equal(0u, queue.TakeExpired(1000));
    }

    [Fact]
    public void A_cancelled_deadline_does_not_expire()
    {
        var deadlines = stackalloc ulong[Slots];
        var queue = new TimerQueue(deadlines);
        queue.Set(0, 10);
        queue.Set(0, TimerQueue.Never);

        Assert.Equal(TimerQueue.Never, queue.Nearest());
        Assert.Equal(0u, queue.TakeExpired(ulong.MaxValue - 1));
    }

    /// <summary>Any sequence of settings and of time going on, against a dictionary.</summary>
    [Fact]
    public void Any_history_agrees_with_a_dictionary() =>
        Gen.Select(Gen.Bool, Gen.Int[0, Slots - 1], Gen.ULong[0, 100]).Array[0, 80].Sample(events =>
        {
            var deadlines = stackalloc ulong[Slots];
            var queue = new TimerQueue(deadlines);
            var model = new Dictionary<int, ulong>();
            var now = 0ul;
            foreach (var (sets, slot, time) in events)
            {
                if (sets)
                {
                    queue.Set(slot, time);
                    model[slot] = time;
                    Assert.Equal(model.Values.Min(), queue.Nearest());
                    continue;
                }

                now += time / 4;
                var due = model.Where(pair => pair.Value <= now).Select(pair => pair.Key).ToList();
                Assert.Equal(due.Aggregate(0u, (mask, key) => mask | (1u << key)), queue.TakeExpired(now));
                due.ForEach(key => model.Remove(key));
                Assert.Equal(model.Values.DefaultIfEmpty(TimerQueue.Never).Min(), queue.Nearest());
            }
        }, iter: 5_000);
}
