using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Nanokernel.Tests;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>Partitions in C that wait for one or all of several events.</summary>
public class CGuestEventTests
{
    private const string Poster = """
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
        """;

    // What EventTests has in C#.
    private const string Waiter = """
        #include "nanokernel_channels.h"

        NK_AWAITS("left");
        NK_AWAITS("right");

        static void print(const char *text, int32_t value)
        {
            nk_print(text);
            if (value < 0)
                nk_print("-");
            nk_print_number((uint32_t)(value < 0 ? -value : value));
        }

        int main(void)
        {
            nk_end_t left = nk_find_end("left", NK_CHANNEL_END_KIND_EVENT_WAITER);
            nk_end_t right = nk_find_end("right", NK_CHANNEL_END_KIND_EVENT_WAITER);
            nk_end_t both[2];
            both[0] = left;
            both[1] = right;
            print("any: ", nk_await_any(both, 2, NK_NEVER));
            uint64_t deadline = nk_to_timestamp(nk_now() + 1000000);
            print("; in time: ", nk_await_any(both, 2, deadline));
            print("; not before: ", nk_timestamp() >= deadline);
            print("; all in time: ", nk_await_all(both, 2, nk_to_timestamp(nk_now() + 30000000)));
            print(", left of it: ", nk_event_is_set(left));
            print(" ", nk_event_is_set(right));
            print("; all: ", nk_await_all(both, 2, NK_NEVER));
            print(", left of it: ", nk_event_is_set(left));
            print(" ", nk_event_is_set(right));
            print("; after the end: ", nk_await_any(both, 2, NK_NEVER));
            print(" ", nk_await_all(both, 2, NK_NEVER));
            nk_print("\n");
            return 0;
        }
        """;

    [Theory]
    [MemberData(nameof(CCompiler.Names), MemberType = typeof(CCompiler))]
    public async Task Any_and_all_of_several_events_can_be_waited_for(string compiler)
    {
        var c = CCompiler.Named(compiler);
        var system = new SourceSystem($"c-several-{compiler}")
            .Partition("poster", Poster)
            .Executable("waiter", folder => c.Compile(folder, Waiter), partition => partition.WithPriority(Priority.High))
            .With((builder, partitions) =>
            {
                builder.AddEvent("left").PostedBy(partitions["poster"]).AwaitedBy(partitions["waiter"]);
                builder.AddEvent("right").PostedBy(partitions["poster"]).AwaitedBy(partitions["waiter"]);
            });

        (await TestRun.OfAsync(system, CompilerMode.Release)).ExitedWith(0).Printed(
            "[waiter] any: 1; in time: -1; not before: 1; all in time: 0, left of it: 1 0; all: 1, left of it: 0 0; after the end: -1 0");
    }

    // The waiters take the tools from each other: what one has taken and cannot use has to come back.
    private static string ToolPoster(int posts, int sleep) => $$"""
        [Partition]
        static partial class ToolPoster
        {
            [Posts("hammer")]
            static partial EventPoster Hammer { get; }

            [Posts("nail")]
            static partial EventPoster Nail { get; }

            static void Main()
            {
                for (var i = 0; i < {{posts}}; i++)
                {
                    Hammer.Post();
                    if (i % 7 == 0)
                        Clock.Sleep(TimeSpan.FromMicroseconds({{sleep}}));
                    Nail.Post();
                }
            }
        }
        """;

    private const string CSharpWaiter = """
        [Partition]
        static partial class Waiter
        {
            [Awaits("hammer")]
            static partial EventWaiter Hammer { get; }

            [Awaits("nail")]
            static partial EventWaiter Nail { get; }

            static void Main()
            {
                Span<EventWaiter> both = stackalloc EventWaiter[2];
                both[0] = Hammer;
                both[1] = Nail;
                var count = 0;
                while (EventWaiter.WaitAll(both))
                {
                    if (count++ % 3 == 0)
                        Clock.Sleep(TimeSpan.FromMicroseconds(50));
                }

                Console.WriteLine($"went on {count} times");
            }
        }
        """;

    private const string CWaiter = """
        #include "nanokernel_channels.h"

        NK_AWAITS("hammer");
        NK_AWAITS("nail");

        int main(void)
        {
            nk_end_t both[2];
            both[0] = nk_find_end("nail", NK_CHANNEL_END_KIND_EVENT_WAITER);
            both[1] = nk_find_end("hammer", NK_CHANNEL_END_KIND_EVENT_WAITER);
            uint32_t count = 0;
            while (nk_await_all(both, 2, NK_NEVER)) {
                if (count++ % 3 == 0)
                    nk_sleep_until(nk_now() + 50000);
            }
            nk_print("went on ");
            nk_print_number(count);
            nk_print(" times\n");
            return 0;
        }
        """;

    /// <summary>Each compiler, with the waiter in C more and less urgent than the one in C#.</summary>
    public static MatrixTheoryData<string, byte> CompilersAndPriorities { get; } = new(CCompiler.Names.Select(name => name.Data), [30, 50]);

    [Theory]
    [MemberData(nameof(CompilersAndPriorities))]
    public async Task C_and_CSharp_wait_for_all_of_the_same_events_and_no_post_is_lost(string compiler, byte priority)
    {
        const int posts = 300;
        var c = CCompiler.Named(compiler);
        var system = new SourceSystem($"c-tools-{compiler}-{priority}")
            .Partition("poster", ToolPoster(posts, 20), partition => partition.WithPriority(new Priority(20)))
            .Partition("other-poster", ToolPoster(posts, 33), partition => partition.WithPriority(new Priority(60)))
            .Partition("sharp", CSharpWaiter, partition => partition.WithPriority(new Priority(40)))
            .Executable("legacy", folder => c.Compile(folder, CWaiter), partition => partition.WithPriority(new Priority(priority)))
            .With((builder, partitions) =>
            {
                foreach (var tool in (string[])["hammer", "nail"])
                {
                    builder.AddEvent(tool, EventReset.Counting)
                        .PostedBy(partitions["poster"]).PostedBy(partitions["other-poster"])
                        .AwaitedBy(partitions["sharp"]).AwaitedBy(partitions["legacy"]);
                }
            });

        var run = await TestRun.OfAsync(system, CompilerMode.Release);

        run.ExitedWith(0);
        var (inC, inCSharp) = (run.Number("[legacy] went on "), run.Number("[sharp] went on "));
        Assert.True(inC > 0 && inCSharp > 0, $"C went on {inC} times, C# {inCSharp} times.");
        Assert.Equal(2 * posts, inC + inCSharp);
    }
}
