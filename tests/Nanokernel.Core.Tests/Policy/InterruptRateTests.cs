using CsCheck;
using Nanokernel.Policy;

namespace Nanokernel.Core.Tests.Policy;

public sealed class InterruptRateTests
{
    [Fact]
    public void A_storm_is_as_many_interrupts_as_the_limit_names_within_less_than_its_time()
    {
        Assert.Equal([2], Storms(interrupts: 3, window: 10, [1, 5, 9]));
        Assert.Equal([], Storms(interrupts: 3, window: 10, [1, 5, 10]));
    }

    [Fact]
    public void A_burst_shorter_than_the_limit_is_no_storm() => Assert.Equal([], Storms(3, 10, [100, 100, 200, 200, 300, 300]));

    [Fact]
    public void A_limit_of_one_is_the_least_distance_of_two() => Assert.Equal([2], Storms(1, 10, [10, 20, 29, 40]));

    [Fact]
    public void The_clock_may_wrap_around()
    {
        var rate = default(InterruptRate);
        rate.Start(10, ulong.MaxValue - 3);

        Assert.True(rate.IsStorm(4));
        Assert.False(rate.IsStorm(14));
    }

    [Fact]
    public void What_is_reported_is_a_storm_and_twice_the_limits_number_in_half_its_time_always_is() =>
        Gen.Select(Gen.Int[1, 8], Gen.ULong[1, 40], Gen.ULong[0, 12].Array[0, 120]).Sample((interrupts, window, distances) =>
        {
            var times = new List<ulong>();
            foreach (var distance in distances)
                times.Add((times.Count == 0 ? 0 : times[^1]) + distance);
            var storms = Storms(interrupts, window, [.. times]);

            foreach (var storm in storms)
                Assert.True(times[storm] - TimeBefore(storm - interrupts) < window);
            for (var last = (2 * interrupts) - 1; last < times.Count; last++)
            {
                if (times[last] - TimeBefore(last - (2 * interrupts)) < window)
                    Assert.Contains(storms, storm => storm <= last && storm > last - (2 * interrupts));
            }

            ulong TimeBefore(int index) => index < 0 ? 0 : times[index];
        }, iter: 5_000);

    /// <summary>The indices of the interrupts that are reported; the clock starts at 0.</summary>
    private static List<int> Storms(int interrupts, ulong window, ulong[] times)
    {
        var storms = new List<int>();
        var rate = default(InterruptRate);
        rate.Start(window, now: 0);
        for (var i = interrupts - 1; i < times.Length; i += interrupts)
        {
            if (rate.IsStorm(times[i]))
                storms.Add(i);
        }

        return storms;
    }
}
