using System.Globalization;
using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>Locks between partitions, in images. In instruction-count mode a microsecond is a thousand instructions.</summary>
public class LockTests
{
    private const int SectionCount = 40;

    // Sections are longer than a time slice, so that every one is preempted by the two others, which want the lock.
    private static readonly SourceSystem Excluding = Shared("lock-excluding", "bus", "a", "b", "c")
        .Partition("a", Entering("A"))
        .Partition("b", Entering("B"))
        .Partition("c", Entering("C"))
        .With(system => system.WithTimeSlice(TimeSpan.FromMicroseconds(100)));

    // The low one has the lock from 20.5 ms on for 2 ms of its own time; the one between wants the processor from 20.9 ms on, the high one the
    // lock from 21 ms on.
    private static readonly SourceSystem Inverting = Shared("lock-inverting", "bus", "high", "low")
        .Partition(
            "high",
            Program("High", Bus, """
                Clock.SleepUntil(TimeSpan.FromMilliseconds(21));
                var before = Clock.Now;
                var result = Bus.Acquire();
                Console.WriteLine($"{(int)result} waited {(Clock.Now - before).Ticks / 10}");
                Bus.Release();
                """),
            partition => partition.WithPriority(Priority.RealTime))
        .Partition(
            "middle",
            Program("Middle", "", $$"""
                Clock.SleepUntil(TimeSpan.FromTicks(209_000));
                {{Computing(20_000)}}
                Console.WriteLine($"done at {Clock.Now.Ticks / 10}");
                """),
            partition => partition.WithPriority(Priority.High))
        .Partition(
            "low",
            Program("Low", Bus, $$"""
                Clock.SleepUntil(TimeSpan.FromTicks(205_000));
                Bus.Acquire();
                {{Computing(2_000)}}
                Bus.Release();
                Console.WriteLine($"released at {Clock.Now.Ticks / 10}");
                """));

    // One holder dies while somebody waits, one while nobody does, one returns.
    private static readonly SourceSystem Dying = Shared("lock-dying", "bus", "throwing", "waiting", "returning", "last")
        .Partition(
            "waiting",
            Program("Waiting", Bus, """
                Clock.SleepUntil(TimeSpan.FromMilliseconds(22));
                var before = Clock.Now;
                var result = Bus.Acquire();
                var got = Clock.Now;
                Bus.Release();
                Console.WriteLine($"{(int)result} waited {(got - before).Ticks / 10}");
                Clock.SleepUntil(TimeSpan.FromMilliseconds(30));
                Console.WriteLine($"again {(int)Bus.Acquire()}");
                Bus.Release();
                """),
            partition => partition.WithPriority(Priority.High))
        .Partition(
            "throwing",
            Program("Throwing", Bus, $$"""
                Clock.SleepUntil(TimeSpan.FromMilliseconds(21));
                Bus.Acquire();
                {{Computing(2_000)}}
                throw new InvalidOperationException("half done");
                """))
        .Partition(
            "returning",
            Program("Returning", Bus, """
                Clock.SleepUntil(TimeSpan.FromMilliseconds(40));
                Console.WriteLine($"{(int)Bus.Acquire()}");
                """))
        .Partition(
            "last",
            Program("Last", Bus, """
                Clock.SleepUntil(TimeSpan.FromMilliseconds(50));
                Console.WriteLine($"{(int)Bus.Acquire()}");
                Bus.Release();
                Console.WriteLine($"then {(int)Bus.Acquire()}");
                Bus.Release();
                """));

    private static readonly SourceSystem TimingOut = Shared("lock-timing-out", "bus", "holder", "asking")
        .Partition(
            "asking",
            Program("Asking", Bus, """
                Clock.SleepUntil(TimeSpan.FromMilliseconds(21));
                Ask("none", TimeSpan.Zero);
                Ask("two", TimeSpan.FromMilliseconds(2));
                Ask("ten", TimeSpan.FromMilliseconds(10));
                Bus.Release();
                Ask("free", TimeSpan.Zero);
                Bus.Release();
                """, """
                static void Ask(string what, TimeSpan timeout)
                {
                    var before = Clock.Now;
                    var result = Bus.TryAcquire(timeout);
                    Console.WriteLine($"{what} {(int)result} after {(Clock.Now - before).Ticks / 10}");
                }
                """),
            partition => partition.WithPriority(Priority.High))
        .Partition(
            "holder",
            Program("Holder", Bus, """
                Clock.SleepUntil(TimeSpan.FromMilliseconds(20));
                Bus.Acquire();
                Clock.SleepUntil(TimeSpan.FromMilliseconds(28));
                Bus.Release();
                """));

    private static readonly SourceSystem Deadlocking = Shared("lock-deadlocking", "bus", "first", "second")
        .With((system, partitions) => system.AddLock("line").SharedBy(partitions["first"]).SharedBy(partitions["second"]))
        .Partition(
            "first",
            Program("First", Bus + Line, """
                Bus.Acquire();
                Clock.SleepUntil(TimeSpan.FromMilliseconds(25));
                Line.Acquire();
                """),
            partition => partition.WithPriority(Priority.High))
        .Partition(
            "second",
            Program("Second", Bus + Line, """
                Line.Acquire();
                using (Bus.Hold(out var result))
                    Console.WriteLine($"{(int)result}");
                Line.Release();
                """));

    private static readonly SourceSystem Misusing = Shared("lock-misusing", "bus", "twice", "never", "other")
        .Partition("twice", Program("Twice", Bus, "Clock.SleepUntil(TimeSpan.FromMilliseconds(20)); Bus.Acquire(); Bus.Acquire();"))
        .Partition("never", Program("Never", Bus, "Bus.Release();"))
        .Partition("other", Program("Other", Bus, "Clock.SleepUntil(TimeSpan.FromMilliseconds(30)); Console.WriteLine($\"{(int)Bus.Acquire()}\"); Bus.Release();"));

    private static readonly SourceSystem Lockless = new SourceSystem("lock-less").Partition("alone", Program("Alone", "", ""));

    // Its timer comes every 0.1 ms while it waits, and puts off neither the lock nor the end of the wait.
    private static readonly SourceSystem Interrupted = Shared("lock-interrupted", "bus", "holder", "waiting")
        .Partition(
            "waiting",
            Program("Waiting", Bus, """
                Clock.SleepUntil(TimeSpan.FromMilliseconds(21));
                PartitionTimer.StartEvery(TimeSpan.FromMicroseconds(100), static () => s_ticks++);
                var before = Clock.Now;
                var result = Bus.TryAcquire(TimeSpan.FromMilliseconds(1));
                Console.WriteLine($"{(int)result} after {(Clock.Now - before).Ticks / 10}, ticks {s_ticks}");
                s_ticks = 0;
                before = Clock.Now;
                result = Bus.Acquire();
                Console.WriteLine($"then {(int)result} after {(Clock.Now - before).Ticks / 10}, then ticks {s_ticks}");
                Bus.Release();
                """, "static int s_ticks;"),
            partition => partition.WithPriority(Priority.High))
        .Partition(
            "holder",
            Program("Holder", Bus, $$"""
                Clock.SleepUntil(TimeSpan.FromMilliseconds(20));
                Bus.Acquire();
                {{Computing(5_000)}}
                Bus.Release();
                """));

    [Theory]
    [CompilerModes]
    public async Task One_partition_is_in_its_section_at_a_time(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(Excluding, mode);
        run.ExitedWith(0);
        var sections = run.Debug
            .Where(line => line.Contains("] in ", StringComparison.Ordinal))
            .Select(line => line.Split(' '))
            .Select(words => (Enters: ulong.Parse(words[2], CultureInfo.InvariantCulture), Leaves: ulong.Parse(words[4], CultureInfo.InvariantCulture)))
            .OrderBy(section => section.Enters)
            .ToList();
        Assert.Equal(3 * SectionCount, sections.Count);
        Assert.All(sections.Zip(sections.Skip(1)), pair => Assert.True(pair.First.Leaves < pair.Second.Enters, $"{pair.First} and {pair.Second} overlap."));

        // All waited nearly all of the time, for each other: nobody took the lock past somebody who waited.
        Assert.All(["[a] waits", "[b] waits", "[c] waits"], text => Assert.True(run.Number(text) > SectionCount / 2, text));
    }

    [Theory]
    [CompilerModes]
    public async Task Who_waits_for_a_lock_waits_for_its_holder_and_not_for_who_is_between(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(Inverting, mode);
        run.ExitedWith(0);

        // 0.4 ms of the section were over when the one between took the processor, and 0.1 ms later the high one asked.
        Assert.InRange(run.Number("[high] 0 waited"), 1_550, 1_620);
        Assert.InRange(run.Number("[middle] done at"), 42_400, 42_700);
        Assert.True(run.Number("[low] released at") > run.Number("[middle] done at"));
    }

    [Theory]
    [CompilerModes]
    public async Task What_a_dead_holder_leaves_is_told_to_the_next_holder_once(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(Dying, mode);
        run.ExitedWith(101).Printed("partition 'throwing' stopped by an unhandled exception", "half done");

        // Not after the record of the fault: that takes longer.
        Assert.InRange(run.Number("[waiting] 2 waited"), 900, 1_050);
        run.Printed("[waiting] again 0").Printed("[returning] 0").Printed("[last] 2").Printed("[last] then 0");
    }

    [Theory]
    [CompilerModes]
    public async Task A_wait_for_a_lock_ends_at_its_time(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(TimingOut, mode);
        run.ExitedWith(0);
        Assert.InRange(run.Number("[asking] none 1 after"), 0, 5);
        Assert.InRange(run.Number("[asking] two 1 after"), 2_000, 2_010);
        Assert.InRange(run.Number("[asking] ten 0 after"), 4_900, 5_010);
        Assert.InRange(run.Number("[asking] free 0 after"), 0, 5);
    }

    [Theory]
    [CompilerModes]
    public async Task A_deadlock_is_answered_with_a_fault_and_the_other_goes_on(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(Deadlocking, mode);
        run.ExitedWith(101).Printed("partition 'first' stopped by an unhandled exception").Printed("would wait for itself").Printed("[second] 2");
    }

    [Theory]
    [CompilerModes]
    public async Task A_lock_that_is_taken_twice_or_given_back_by_who_has_it_not_is_a_fault(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(Misusing, mode);
        run.ExitedWith(101).Printed("holds the lock already").Printed("does not hold the lock").Printed("[other] 2");
    }

    [Theory]
    [CompilerModes]
    public async Task Interrupts_come_through_while_a_partition_waits_for_a_lock(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(Interrupted, mode);
        run.ExitedWith(0);
        Assert.InRange(run.Number("[waiting] 1 after"), 1_000, 1_010);
        Assert.InRange(run.Number(", ticks"), 9, 10);
        var wait = run.Number("[waiting] then 0 after");
        Assert.InRange(wait, 2_900, 3_100);
        Assert.InRange(run.Number(", then ticks"), (wait / 100) - 1, (wait / 100) + 1);
    }

    [Fact]
    public void A_kernel_without_locks_has_nothing_of_them()
    {
        Assert.Contains(OfLocks(Inverting), symbol => symbol == "nk_serve_acquire_lock");
        Assert.Empty(OfLocks(Lockless));

        static IEnumerable<string> OfLocks(SourceSystem system) => system.Build(CompilerMode.Release).Kernel.Symbols
            .Select(symbol => symbol.Name)
            .Where(name => name.Contains("_lock", StringComparison.OrdinalIgnoreCase));
    }

    private const string Bus = """
        [Locks("bus")]
        static partial PartitionLock Bus { get; }

        """;

    private const string Line = """
        [Locks("line")]
        static partial PartitionLock Line { get; }

        """;

    private static SourceSystem Shared(string name, string shared, params string[] users) => new SourceSystem(name).With((system, partitions) =>
    {
        var added = system.AddLock(shared);
        foreach (var user in users)
            added.SharedBy(partitions[user]);
    });

    private static string Entering(string type) => Program(type, Bus, $$"""
        var waits = 0;
        Span<ulong> times = stackalloc ulong[{{2 * SectionCount}}];
        Clock.SleepUntil(TimeSpan.FromMilliseconds(30));
        for (var i = 0; i < {{SectionCount}}; i++)
        {
            var asks = Clock.Timestamp;
            Bus.Acquire();
            times[2 * i] = Clock.Timestamp;
            waits += times[2 * i] - asks > 10_000 ? 1 : 0;
            {{Computing(150)}}
            times[(2 * i) + 1] = Clock.Timestamp;
            Bus.Release();
        }

        for (var i = 0; i < {{SectionCount}}; i++)
            Console.WriteLine($"in {times[2 * i]} out {times[(2 * i) + 1]}");
        Console.WriteLine($"waits {waits}");
        """);

    private static string Computing(int microseconds) => $$"""
        for (var end = Processor.Time + TimeSpan.FromMicroseconds({{microseconds}}); Processor.Time < end;)
        {
        }
        """;

    private static string Program(string type, string ends, string statements, string members = "") => $$"""
        [Partition]
        static partial class {{type}}
        {
            {{ends}}
            {{members}}

            static void Main()
            {
                {{statements}}
            }
        }
        """;
}
