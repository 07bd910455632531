using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>Budgets, time slices, and the time that partitions have used.</summary>
public class ProcessorShareTests
{
    // Two microseconds: what an event's own handling and the 8254's count can add to a share.
    private const int ToleranceMicroseconds = 2;

    private static readonly SourceSystem Runaway = new SourceSystem("shares-runaway")
        .Partition("runaway", Endless("Runaway"), partition => partition
            .WithPriority(Priority.RealTime).WithBudget(TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(10)))
        .Partition("measuring", Measuring, partition => partition.WithPriority(Priority.Background).MayEndSystem());

    private static readonly SourceSystem Turns = new SourceSystem("shares-turns")
        .Partition("first", Counting("First", 10), partition => partition.MayEndSystem())
        .Partition("second", Counting("Second", 0))
        .Partition("third", Counting("Third", 0))
        .With(system => system.WithTimeSlice(TimeSpan.FromMilliseconds(1)));

    private static readonly SourceSystem Idling = new SourceSystem("shares-idle")
        .Partition("sleeping", """
            [Partition]
            static partial class Sleeping
            {
                static void Main()
                {
                    Clock.Sleep(TimeSpan.FromMilliseconds(20));
                    Console.WriteLine($"idle: {Processor.IdleTime.Ticks / 10} own: {Processor.Time.Ticks / 10}");
                }
            }
            """);

    private static readonly SourceSystem Windows = new SourceSystem("shares-windows")
        .Partition("urgent", Measured("Urgent"), partition => partition.WithPriority(Priority.RealTime))
        .Partition("normal", Measured("Normal"))
        .Partition("rest", Measured("Rest"), partition => partition.WithPriority(Priority.Background))
        .With((system, partitions) => system.WithCyclicSchedule(TimeSpan.FromMilliseconds(10))
            .Window(partitions["urgent"], TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(2))
            .Window(partitions["normal"], TimeSpan.FromMilliseconds(4), TimeSpan.FromMilliseconds(5)));

    // The window is the whole of the second half of each 20 ms; the deadline is in a first half.
    private static readonly SourceSystem WindowedTimer = new SourceSystem("shares-windowed-timer")
        .Partition("sleeping", """
            [Partition]
            static partial class Sleeping
            {
                static void Main()
                {
                    // This is 10 ms, and the few microseconds of the start-up code, after the frame's start.
                    var frame = Clock.Now - TimeSpan.FromMilliseconds(10);
                    Clock.SleepUntil(frame + TimeSpan.FromMilliseconds(42));
                    var woken = Clock.Now - frame - TimeSpan.FromMilliseconds(10);
                    Console.WriteLine($"woken at {woken.Ticks / 10}");
                    Machine.EndSystem(0);
                }
            }
            """, partition => partition.MayEndSystem())
        .Partition("other", Endless("Other"), partition => partition.WithPriority(Priority.High))
        .With((system, partitions) => system.WithCyclicSchedule(TimeSpan.FromMilliseconds(20))
            .Window(partitions["sleeping"], TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(10)));

    // Preempted at all places of its loop, for longer than one round of it takes.
    private static readonly SourceSystem Preempted = new SourceSystem("shares-preempted")
        .Partition("urgent", """
            [Partition]
            static partial class Urgent
            {
                static void Main()
                {
                    foreach (var tick in Clock.Every(TimeSpan.FromMicroseconds(53)))
                    {
                        var start = Clock.Now;
                        while (Clock.Now - start < TimeSpan.FromMicroseconds(23))
                        {
                        }
                    }
                }
            }
            """, partition => partition.WithPriority(Priority.RealTime))
        .Partition("reading", """
            [Partition]
            static partial class Reading
            {
                static void Main()
                {
                    var end = Clock.Now + TimeSpan.FromMilliseconds(60);
                    var wrong = 0;
                    var before = Processor.Time;
                    while (Clock.Now < end)
                    {
                        var now = Processor.Time;
                        if (now < before || now - before > TimeSpan.FromMicroseconds(15))
                            wrong++;
                        before = now;
                    }

                    Console.WriteLine($"wrong: {wrong}");
                    Machine.EndSystem(0);
                }
            }
            """, partition => partition.MayEndSystem());

    [Theory]
    [CompilerModes]
    public async Task A_runaway_of_high_priority_takes_its_budget_and_no_more(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(Runaway, mode);
        run.ExitedWith(0);

        // 80 ms of its own work take 100 ms, for the other one takes 2 of each 10.
        Assert.InRange(run.Number("elapsed:"), 98_000, 102_000);
        Assert.InRange(run.Number("own:"), 80_000, 80_000 + (10 * ToleranceMicroseconds));
        Assert.InRange(run.Number("idle:"), 0, ToleranceMicroseconds);
    }

    [Theory]
    [CompilerModes]
    public async Task Endless_equals_share_the_processor_by_slices(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(Turns, mode);
        run.ExitedWith(0);

        // Ten milliseconds of its own are ten slices: the other two have had ten each by then, or nine.
        Assert.InRange(run.Number("first: elapsed"), 28_000, 32_000);
    }

    [Theory]
    [CompilerModes]
    public async Task Own_time_never_goes_back_nor_counts_that_of_others_however_it_is_preempted(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(Preempted, mode);
        Assert.Equal(0, run.ExitedWith(0).Number("wrong:"));
    }

    [Theory]
    [BackEnds(BackEnd.Legacy, BackEnd.Apic, BackEnd.Hpet)]
    public async Task Windows_bound_who_never_waits_whatever_the_priorities_are(CompilerMode mode, BackEnd backEnd)
    {
        var run = await TestRun.OfAsync(Windows.On(backEnd), mode);
        run.ExitedWith(0);

        // 10 frames of 10 ms: 2 ms of the urgent one, 5 of the normal one, and the other 3 for who has no window.
        Assert.InRange(run.Number("[urgent] own"), 20_000 - 30, 20_000 + 30);
        Assert.InRange(run.Number("[normal] own"), 50_000 - 30, 50_000 + 30);
        Assert.InRange(run.Number("[rest] own"), 30_000 - 30, 30_000 + 30);
    }

    [Theory]
    [CompilerModes]
    public async Task A_timer_of_a_partition_outside_its_window_comes_when_the_window_does(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(WindowedTimer, mode);
        run.ExitedWith(0);
        Assert.InRange(run.Number("woken at"), 40_000 - 20, 40_000 + ToleranceMicroseconds);
    }

    [Theory]
    [CompilerModes]
    public async Task Idle_time_and_own_time_are_accounted(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(Idling, mode);
        run.ExitedWith(0);
        Assert.InRange(run.Number("idle:"), 19_900, 20_100);
        Assert.InRange(run.Number("own:"), 1, 100);
    }

    private const string Measuring = """
        [Partition]
        static partial class Measuring
        {
            static void Main()
            {
                var start = Clock.Now;
                var used = Processor.Time;
                while (Processor.Time - used < TimeSpan.FromMilliseconds(80))
                {
                }

                Console.WriteLine($"elapsed: {(Clock.Now - start).Ticks / 10}");
                Console.WriteLine($"own: {(Processor.Time - used).Ticks / 10}");
                Console.WriteLine($"idle: {Processor.IdleTime.Ticks / 10}");
                Machine.EndSystem(0);
            }
        }
        """;

    // What the partition has had in 100 ms, from when all partitions have begun.
    private static string Measured(string type) => $$"""
        [Partition]
        static partial class {{type}}
        {
            static void Main()
            {
                var start = TimeSpan.FromMilliseconds(40);
                var used = TimeSpan.Zero;
                while (Clock.Now < start)
                    used = Processor.Time;
                var own = TimeSpan.Zero;
                while (Clock.Now < start + TimeSpan.FromMilliseconds(100))
                    own = Processor.Time - used;
                Console.WriteLine($"own {own.Ticks / 10}");
            }
        }
        """;

    private static string Endless(string type) => $$"""
        [Partition]
        static partial class {{type}}
        {
            static void Main()
            {
                for (;;)
                {
                }
            }
        }
        """;

    private static string Counting(string type, int milliseconds) => $$"""
        [Partition]
        static partial class {{type}}
        {
            static void Main()
            {
                var start = Clock.Now;
                while ({{milliseconds}} == 0 || Processor.Time < TimeSpan.FromMilliseconds({{milliseconds}}))
                {
                }

                Console.WriteLine($"{{type.ToLowerInvariant()}}: elapsed {(Clock.Now - start).Ticks / 10}");
                Machine.EndSystem(0);
            }
        }
        """;
}
