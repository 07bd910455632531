using CsCheck;
using Nanokernel.Policy;

namespace Nanokernel.Core.Tests.Policy;

public sealed class RestartHistoryTests
{
    private static readonly Gen<(uint Limit, ulong Window, ulong Start, ulong[] Distances)> Histories = Gen.Select(
        Gen.UInt[1, 6],
        Gen.ULong[1, 40],
        Gen.OneOf(Gen.ULong[0, 100], Gen.ULong[ulong.MaxValue - 300, ulong.MaxValue]),
        Gen.ULong[0, 15].Array[0, 100]);

    [Fact]
    public void So_many_restarts_are_counted_within_a_window_and_the_next_one_begins_with_a_restart()
    {
        Assert.Equal([true, true, false, false, true, true, false], Counted(limit: 2, window: 10, [0, 5, 6, 9, 10, 19, 19]));
        Assert.Equal([true, false, true, false, true], Counted(limit: 1, window: 10, [100, 109, 115, 124, 125]));
    }

    /// <summary>The model knows each time of a counted restart, does not wrap around, and finds the windows anew each time.</summary>
    [Fact]
    public void Any_history_agrees_with_a_model_that_remembers_every_restart() => Histories.Sample(
        (limit, window, start, distances) =>
        {
            var history = default(RestartHistory);
            var counted = new List<UInt128>();
            UInt128 now = start;
            foreach (var distance in distances)
            {
                now += distance;
                var expected = IsAllowed(counted, now, limit, window);
                Assert.Equal(expected, history.TryCount(unchecked((ulong)now), window, limit));
                if (expected)
                    counted.Add(now);
            }

            // However the windows lie, no time as long as one sees more than two of them.
            foreach (var first in counted)
                Assert.True(counted.Count(time => time >= first && time < first + window) <= 2 * limit);
        },
        iter: 5_000);

    [Fact]
    public void What_is_refused_moves_no_window() => Histories.Sample(
        (limit, window, start, distances) =>
        {
            var history = default(RestartHistory);
            for (var i = 0u; i < limit; i++)
                Assert.True(history.TryCount(start, window, limit));
            var now = start;
            foreach (var distance in distances.TakeWhile(distance => unchecked(now - start) + distance < window))
                Assert.False(history.TryCount(now = unchecked(now + distance), window, limit));

            Assert.True(history.TryCount(unchecked(start + window), window, limit));
        });

    private static bool IsAllowed(List<UInt128> counted, UInt128 now, uint limit, ulong window)
    {
        var begins = new List<UInt128>();
        foreach (var time in counted.Where(time => begins.Count == 0 || time >= begins[^1] + window))
            begins.Add(time);
        return begins.Count == 0 || now >= begins[^1] + window || counted.Count(time => time >= begins[^1]) < limit;
    }

    private static IEnumerable<bool> Counted(uint limit, ulong window, ulong[] times)
    {
        var history = default(RestartHistory);
        var counted = new List<bool>();
        foreach (var time in times)
            counted.Add(history.TryCount(time, window, limit));
        return counted;
    }
}
