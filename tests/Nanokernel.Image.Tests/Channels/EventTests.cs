using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Model;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Channels;

/// <summary>Events between partitions.</summary>
public class EventTests
{
    [Theory]
    [CompilerModes]
    public async Task Each_post_of_a_counting_event_lets_one_waiter_go_on_once(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(Counting, mode);

        run.ExitedWith(0);
        var counts = new[] { "low-waiter", "high-waiter" }.Select(waiter => run.Debug
            .Where(line => line.StartsWith($"[{waiter}] went on ", StringComparison.Ordinal))
            .Select(line => int.Parse(line.Split(' ')[3], global::System.Globalization.CultureInfo.InvariantCulture))
            .Single());
        Assert.Equal(600, counts.Sum());
    }

    [Fact]
    public async Task An_event_that_resets_itself_lets_one_waiter_go_on_and_a_manual_one_all() =>
        (await TestRun.OfAsync(Kinds, CompilerMode.Release)).ExitedWith(0)
            .Printed("[first] start").Printed("[second] start")
            .Printed("[poster] one went on: True, posted twice is once: True");

    [Theory]
    [CompilerModes]
    public async Task Any_and_all_of_several_events_can_be_waited_for(CompilerMode mode) =>
        (await TestRun.OfAsync(Several, mode)).ExitedWith(0)
            .Printed("[waiter] any: 1")
            .Printed("[waiter] any in time: -1")
            .Printed("[waiter] all in time: False, left of it: True False")
            .Printed("[waiter] all: True, left of it: False False")
            .Printed("[waiter] after the poster's end: False -1 False");

    private static readonly SourceSystem Counting = new SourceSystem("counting-event")
        .Partition("poster", Poster(300), partition => partition.WithPriority(new Priority(20)))
        .Partition("other-poster", Poster(300), partition => partition.WithPriority(new Priority(40)))
        .Partition("low-waiter", Waiter, partition => partition.WithPriority(new Priority(10)))
        .Partition("high-waiter", Waiter, partition => partition.WithPriority(new Priority(50)))
        .With((system, partitions) => system.AddEvent("work", EventReset.Counting)
            .PostedBy(partitions["poster"]).PostedBy(partitions["other-poster"])
            .AwaitedBy(partitions["low-waiter"]).AwaitedBy(partitions["high-waiter"]));

    private static string Poster(int posts) => $$"""
        [Partition]
        static partial class Poster
        {
            [Posts("work")]
            static partial EventPoster Work { get; }

            static void Main()
            {
                for (var i = 0; i < {{posts}}; i++)
                {
                    Work.Post();
                    if (i % 7 == 0)
                        Clock.Sleep(TimeSpan.FromMicroseconds(20));
                }
            }
        }
        """;

    private const string Waiter = """
        [Partition]
        static partial class Waiter
        {
            [Awaits("work")]
            static partial EventWaiter Work { get; }

            static void Main()
            {
                var count = 0;
                while (Work.Wait())
                    count++;
                Console.WriteLine($"went on {count} times");
            }
        }
        """;

    private static readonly SourceSystem Kinds = new SourceSystem("kinds-of-events")
        .Partition(
            "poster",
            """
            [Partition]
            static partial class Poster
            {
                [Posts("start")]
                static partial EventPoster Start { get; }

                [Posts("step")]
                static partial EventPoster Step { get; }

                [Awaits("done")]
                static partial EventWaiter Done { get; }

                static void Main()
                {
                    Start.Post();
                    Clock.Sleep(TimeSpan.FromMilliseconds(1));
                    Step.Post();
                    var one = Done.TryWait(TimeSpan.FromMilliseconds(1)) && !Done.TryWait(TimeSpan.FromMilliseconds(1));
                    Step.Post();
                    Done.Wait();

                    // Nobody waits any more.
                    Step.Post();
                    Step.Post();
                    var isOnce = Step.IsSet;
                    Step.Reset();
                    Console.WriteLine($"one went on: {one}, posted twice is once: {isOnce && !Step.IsSet}");
                }
            }
            """,
            partition => partition.WithPriority(Priority.High))
        .Partition("first", Follower)
        .Partition("second", Follower)
        .With((system, partitions) =>
        {
            system.AddEvent("start", EventReset.Manual).PostedBy(partitions["poster"]).AwaitedBy(partitions["first"]).AwaitedBy(partitions["second"]);
            system.AddEvent("step").PostedBy(partitions["poster"]).AwaitedBy(partitions["first"]).AwaitedBy(partitions["second"]);
            system.AddEvent("done", EventReset.Counting).PostedBy(partitions["first"]).PostedBy(partitions["second"]).AwaitedBy(partitions["poster"]);
        });

    private const string Follower = """
        [Partition]
        static partial class Follower
        {
            [Awaits("start")]
            static partial EventWaiter Start { get; }

            [Awaits("step")]
            static partial EventWaiter Step { get; }

            [Posts("done")]
            static partial EventPoster Done { get; }

            static void Main()
            {
                Start.Wait();
                Console.WriteLine("start");
                Step.Wait();
                Done.Post();
            }
        }
        """;

    private static readonly SourceSystem Several = new SourceSystem("several-events")
        .Partition(
            "poster",
            """
            [Partition]
            static partial class Poster
            {
                [Posts("left")]
                static partial EventPoster Left { get; }

                [Posts("right")]
                static partial EventPoster Right { get; }

                static void Main()
                {
                    Clock.SleepUntil(TimeSpan.FromMilliseconds(20));
                    Right.Post();
                    Clock.SleepUntil(TimeSpan.FromMilliseconds(40));
                    Left.Post();
                    Clock.SleepUntil(TimeSpan.FromMilliseconds(60));
                    Right.Post();
                    Clock.SleepUntil(TimeSpan.FromMilliseconds(80));
                }
            }
            """)
        .Partition(
            "waiter",
            """
            [Partition]
            static partial class Waiter
            {
                [Awaits("left")]
                static partial EventWaiter Left { get; }

                [Awaits("right")]
                static partial EventWaiter Right { get; }

                static void Main()
                {
                    Span<EventWaiter> both = stackalloc EventWaiter[2];
                    both[0] = Left;
                    both[1] = Right;
                    Console.WriteLine($"any: {EventWaiter.WaitAny(both)}");
                    Console.WriteLine($"any in time: {EventWaiter.WaitAny(both, TimeSpan.FromMilliseconds(1))}");
                    var all = EventWaiter.WaitAll(both, TimeSpan.FromMilliseconds(30));
                    Console.WriteLine($"all in time: {all}, left of it: {Left.IsSet} {Right.IsSet}");
                    all = EventWaiter.WaitAll(both);
                    Console.WriteLine($"all: {all}, left of it: {Left.IsSet} {Right.IsSet}");
                    Console.WriteLine($"after the poster's end: {Left.Wait()} {EventWaiter.WaitAny(both)} {EventWaiter.WaitAll(both)}");
                }
            }
            """,
            partition => partition.WithPriority(Priority.High))
        .With((system, partitions) =>
        {
            system.AddEvent("left").PostedBy(partitions["poster"]).AwaitedBy(partitions["waiter"]);
            system.AddEvent("right").PostedBy(partitions["poster"]).AwaitedBy(partitions["waiter"]);
        });
}
