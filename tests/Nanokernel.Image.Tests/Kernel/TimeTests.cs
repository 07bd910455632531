using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>Clock and timers. In instruction-count mode an instruction is a nanosecond, so lateness is what the kernel makes of it.</summary>
public class TimeTests
{
    /// <summary>A count of the 8254 is 0.84 microseconds; the rest is the road from its interrupt to the partition.</summary>
    private const int LatestMicroseconds = 10;

    [Theory]
    [BackEnds(BackEnd.Legacy, BackEnd.Apic, BackEnd.Hpet, BackEnd.ApicWithIntervalTimer)]
    public async Task A_periodic_clock_ticks_on_time_and_does_not_drift(CompilerMode mode, BackEnd backEnd)
    {
        var run = await TestRun.OfAsync(Periodic.On(backEnd), mode);
        Assert.InRange(run.ExitedWith(0).Number("latest tick"), 0, LatestMicroseconds);
        Assert.InRange(run.Number("ticks took"), 10_000_000, 10_000_000 + LatestMicroseconds);
    }

    private static readonly SourceSystem Periodic = One("periodic-clock", """
        static void Main()
        {
            var start = Clock.Now;
            var latest = TimeSpan.Zero;
            var ticks = 0;
            foreach (var tick in Clock.Every(TimeSpan.FromMilliseconds(1)))
            {
                var late = Clock.Now - tick;
                if (late > latest)
                    latest = late;
                if (++ticks == 10_000)
                    break;
            }

            Console.WriteLine($"ticks took {(int)((Clock.Now - start).Ticks / 10)}");
            Console.WriteLine($"latest tick {(int)(latest.Ticks / 10)}");
        }
        """);

    [Theory]
    [BackEnds(BackEnd.Legacy, BackEnd.Apic, BackEnd.Hpet, BackEnd.ApicWithIntervalTimer)]
    public async Task A_sleep_takes_as_long_as_it_should_even_longer_than_one_shot_of_the_timer(CompilerMode mode, BackEnd backEnd)
    {
        var run = await TestRun.OfAsync(Sleeping.On(backEnd), mode);
        Assert.InRange(run.ExitedWith(0).Number("slept 50:"), 50, 50 + LatestMicroseconds);
        Assert.InRange(run.Number("slept 5000:"), 5_000, 5_000 + LatestMicroseconds);
        Assert.InRange(run.Number("slept 300000:"), 300_000, 300_000 + LatestMicroseconds);
        Assert.InRange(run.Number("slept 0:"), 0, LatestMicroseconds);
    }

    private static readonly SourceSystem Sleeping = One("sleep", """
        static void Main()
        {
            Measure(50);
            Measure(5000);
            Measure(300000);
            Measure(0);
        }

        static void Measure(int microseconds)
        {
            var start = Clock.Now;
            Clock.Sleep(TimeSpan.FromTicks(microseconds * 10L));
            var slept = Clock.Now - start;
            Console.WriteLine($"slept {microseconds}: {(int)(slept.Ticks / 10)}");
        }
        """);

    /// <summary>
    /// Two minutes: the counter passes 2^32 every 4.3 seconds and the low half of the HPET's every 43, the longest shot of the 8254 is 27
    /// milliseconds, those of the local APIC's timer and of the HPET are 17 and 11 seconds.
    /// </summary>
    [Theory]
    [BackEnds(BackEnd.Legacy, BackEnd.Apic, BackEnd.Hpet, BackEnd.ApicWithIntervalTimer)]
    public async Task A_sleep_of_minutes_passes_each_wrap_around_of_the_counter_and_of_the_timer(CompilerMode mode, BackEnd backEnd)
    {
        var run = await TestRun.OfAsync(Minutes.On(backEnd), mode);
        foreach (var seconds in (int[])[1, 5, 40, 120])
            Assert.InRange(run.ExitedWith(0).Number($"slept {seconds}:"), 0, LatestMicroseconds);
    }

    private static readonly SourceSystem Minutes = One("minutes", """
        static void Main()
        {
            foreach (var seconds in (int[])[1, 5, 40, 120])
            {
                var due = Clock.Now + TimeSpan.FromSeconds(seconds);
                Clock.SleepUntil(due);
                var late = Clock.Now - due;
                Console.WriteLine($"slept {seconds}: {(int)(late.Ticks / 10)} us late");
            }
        }
        """);

    [Theory]
    [BackEnds(BackEnd.Legacy, BackEnd.Apic, BackEnd.Hpet, BackEnd.ApicWithIntervalTimer)]
    public async Task A_periodic_timer_does_not_drift(CompilerMode mode, BackEnd backEnd)
    {
        var run = await TestRun.OfAsync(PeriodicUpcall.On(backEnd), mode);
        Assert.InRange(run.ExitedWith(0).Number("2000 expirations took"), 1_400_000, 1_400_000 + LatestMicroseconds);
    }

    private static readonly SourceSystem PeriodicUpcall = One("periodic-upcall", """
        static int s_expirations;

        static void Main()
        {
            var start = Clock.Now;
            PartitionTimer.StartEvery(TimeSpan.FromMicroseconds(700), static () => s_expirations++);
            while (Volatile.Read(ref s_expirations) < 2_000)
                Processor.Wait();
            Console.WriteLine($"2000 expirations took {(int)((Clock.Now - start).Ticks / 10)}");
        }
        """);

    [Theory]
    [BackEnds(BackEnd.Legacy, BackEnd.Apic, BackEnd.Hpet, BackEnd.ApicWithIntervalTimer)]
    public async Task The_counters_rate_is_measured_to_ten_millionths(CompilerMode mode, BackEnd backEnd)
    {
        // An instruction takes a nanosecond, and the counter counts nanoseconds.
        var run = await TestRun.OfAsync(Rate.On(backEnd), mode);
        Assert.InRange(run.ExitedWith(0).Number("counts a second:"), 1_000_000_000 - 10_000, 1_000_000_000 + 10_000);
    }

    private static readonly SourceSystem Rate = One("rate", """
        static void Main() => Console.WriteLine($"counts a second: {Clock.Frequency}");
        """);

    [Theory]
    [BackEnds(BackEnd.Legacy, BackEnd.Apic, BackEnd.Hpet, BackEnd.ApicWithIntervalTimer)]
    public async Task The_deadlines_of_all_partitions_are_met_by_one_timer(CompilerMode mode, BackEnd backEnd)
    {
        var run = await TestRun.OfAsync(Merged.On(backEnd), mode);
        foreach (var partition in (string[])["first", "second", "third"])
            Assert.InRange(run.ExitedWith(0).Number($"[{partition}] latest"), 0, 3 * LatestMicroseconds);
    }

    private static readonly SourceSystem Merged = new SourceSystem("merged-timers")
        .Partition("first", Ticking("First", 700), partition => partition.WithPriority(new Priority(30)))
        .Partition("second", Ticking("Second", 1100), partition => partition.WithPriority(new Priority(20)))
        .Partition("third", Ticking("Third", 1300), partition => partition.WithPriority(new Priority(10)));

    private static string Ticking(string type, int microseconds) => Partition(type, $$"""
        static void Main()
        {
            var latest = TimeSpan.Zero;
            var ticks = 0;
            foreach (var tick in Clock.Every(TimeSpan.FromTicks({{microseconds}} * 10L)))
            {
                var late = Clock.Now - tick;
                if (late > latest)
                    latest = late;
                if (++ticks == 50)
                    break;
            }

            Console.WriteLine($"latest {(int)(latest.Ticks / 10)}");
        }
        """);

    [Theory]
    [BackEnds(BackEnd.Legacy, BackEnd.Apic, BackEnd.Hpet, BackEnd.ApicWithIntervalTimer)]
    public async Task A_timer_expires_as_an_upcall_in_a_partition_that_never_waits(CompilerMode mode, BackEnd backEnd)
    {
        var run = await TestRun.OfAsync(Upcall.On(backEnd), mode);
        Assert.InRange(run.ExitedWith(0).Number("expired after"), 2_000, 2_000 + LatestMicroseconds);
    }

    private static readonly SourceSystem Upcall = One("timer-upcall", """
        static long s_expired;

        static void Main()
        {
            var start = Clock.Now;
            PartitionTimer.StartAt(start + TimeSpan.FromMilliseconds(2), static () => Volatile.Write(ref s_expired, Clock.Now.Ticks));
            while (Volatile.Read(ref s_expired) == 0)
            {
            }

            Console.WriteLine($"expired after {(int)((s_expired - start.Ticks) / 10)}");
        }
        """);

    private static SourceSystem One(string name, string members) => new SourceSystem(name).Partition(name, Partition("Subject", members));

    private static string Partition(string type, string members) => $$"""
        [Partition]
        static partial class {{type}}
        {
            {{members}}
        }
        """;
}
