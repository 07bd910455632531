using System.Globalization;
using Nanokernel.Abi;
using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>Blocks of persistent memory in machines that are reset.</summary>
public class PersistentMemoryTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [CompilerModes]
    public async Task What_was_committed_is_found_again_after_every_reset_and_what_was_not_is_gone(CompilerMode mode)
    {
        await using var monitor = await StartAsync(Counter, mode, "FirstUse 0");
        foreach (var line in (string[])["Intact 1", "Intact 2", "Intact 3"])
        {
            await monitor.AskAsync("system_reset");
            await monitor.Machine.DebugConsole.WaitForLineAsync(line, Limit, Cancellation);
        }
    }

    [Theory]
    [CompilerModes]
    public async Task A_block_that_was_spoilt_is_damaged_until_something_is_committed(CompilerMode mode)
    {
        // The content of the copy that is kept; its checksum; the magic; all but one word of both heads.
        await using var monitor = await StartAsync(Spoiler, mode, "0: FirstUse 0");
        foreach (var line in (string[])
            ["1: Damaged 0", "2: Damaged 0", "3: Damaged 0", "4: Damaged 0", "5: Damaged 0", "6: Damaged 0", "7: Intact 7", "8: FirstUse 0"])
        {
            await monitor.AskAsync("system_reset");
            await monitor.Machine.DebugConsole.WaitForLineAsync(line, Limit, Cancellation);
        }
    }

    [Theory]
    [CompilerModes]
    public async Task A_machine_that_is_reset_at_any_moment_finds_a_whole_content_that_is_not_older_than_the_last_commit(CompilerMode mode)
    {
        const int resets = 12;
        var random = new Random(20);
        await using var monitor = await StartAsync(Restless, mode, "round 1: FirstUse");
        for (var round = 2; round < resets + 2; round++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{round - 1} committed {random.Next(1, 30)} ");
            await monitor.Machine.DebugConsole.WaitForLineAsync(text, Limit, Cancellation);
            await monitor.AskAsync("system_reset");
            await monitor.Machine.DebugConsole.WaitForLineAsync(string.Create(CultureInfo.InvariantCulture, $"round {round}: "), Limit, Cancellation);
        }

        var seen = 0L;
        foreach (var line in monitor.Machine.DebugConsole.Lines)
        {
            if (line.Contains("content ", StringComparison.Ordinal))
            {
                Assert.Contains(": Intact, even", line, StringComparison.Ordinal);
                Assert.True(NumberIn(line, "content ") >= seen, $"{line} after {seen} was committed");
            }
            else if (line.Contains("reached ", StringComparison.Ordinal))
            {
                seen = NumberIn(line, "reached ");
            }
        }

        Assert.True(seen > 0);
    }

    [Fact]
    public void Kept_memory_stays_where_it_is_when_only_code_changes()
    {
        var image = Counter.Build(CompilerMode.Debug);
        var other = Spoiler.Build(CompilerMode.Release);
        var region = Assert.Single(image.System.Regions);
        Assert.True(region.IsKept);
        Assert.Equal(image.Layout.Regions, other.Layout.Regions);
        Assert.All(image.Layout.Partitions, partition => Assert.True(partition.Memory.End + 0x4000 <= image.Layout.Regions[0].PhysicalAddress));
    }

    private static async Task<HumanMonitor> StartAsync(SourceSystem system, CompilerMode mode, string text) =>
        await HumanMonitor.StartAsync(system, mode, text, options => options with { ExtraArguments = ["-action", "reboot=reset"] });

    private static long NumberIn(string line, string text)
    {
        var rest = line[(line.IndexOf(text, StringComparison.Ordinal) + text.Length)..];
        return long.Parse(string.Concat(rest.TakeWhile(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
    }

    private static SourceSystem System(string name, string source) => new SourceSystem(name)
        .Partition("keeper", source)
        .With((system, partitions) => system.AddPersistentMemory("state").OwnedBy(partitions["keeper"]));

    private static readonly SourceSystem Counter = System(
        "persistent-counter",
        """
        [Partition]
        static partial class Keeper
        {
            [Persistent("state")]
            static partial PersistentMemory<State> Kept { get; }

            static void Main()
            {
                var found = Kept.Open();
                ref var state = ref Kept.Value;
                var text = found == PersistentState.FirstUse ? "FirstUse" : found == PersistentState.Intact ? "Intact" : "Damaged";
                var starts = state.Starts++;
                Kept.Commit();
                state.Starts = 1000;
                Console.WriteLine($"{text} {starts}");
                while (true)
                    Processor.Wait();
            }
        }

        public struct State
        {
            public uint Starts;
            public byte Odd;
        }
        """);

    // Which start it is stands behind the copies, in the same page.
    private static readonly SourceSystem Spoiler = System(
        "persistent-spoiler",
        """
        [Partition]
        static unsafe partial class Spoiler
        {
            [Persistent("state")]
            static partial PersistentMemory<State> Kept { get; }

            static void Main()
            {
                var found = Kept.Open();
                var text = found == PersistentState.FirstUse ? "FirstUse" : found == PersistentState.Intact ? "Intact" : "Damaged";
                var content = (uint)Kept.Value.Starts;
                var working = (uint*)((byte*)Unsafe.AsPointer(ref Kept.Value) - 32);
                var kept = working + 16;
                ref var start = ref working[512];
                if (start > 8)
                    start = 0;
                var line = $"{start}: {text} {content}";
                if (start != 5)
                {
                    Kept.Value.Starts = start + 1;
                    Kept.Commit();
                }

                switch (start)
                {
                    case 0:
                        kept[8] ^= 0x10;
                        break;
                    case 1:
                        kept[5] ^= 0x8000_0000;
                        break;
                    case 2:
                        kept[0] ^= 1;
                        break;
                    case 3:
                        for (var i = 0; i < 16; i++)
                            working[i] = (uint)i * 0x9E37_79B9;
                        for (var i = 2; i < 16; i++)
                            kept[i] = (uint)i * 0x9E37_79B9;
                        break;
                    case 4:
                        kept[4]++;
                        break;
                    case 7:
                        for (var i = 0; i < 32; i++)
                            working[i] = (uint)(i + 1) * 0x9E37_79B9;
                        break;
                }

                start++;
                Console.WriteLine(line);
                while (true)
                    Processor.Wait();
            }
        }

        public struct State
        {
            public uint Starts;
            public byte Odd;
        }
        """);

    private static readonly SourceSystem Restless = System(
        "persistent-restless",
        """
        [Partition]
        static partial class Restless
        {
            [Persistent("state")]
            static partial PersistentMemory<State> Kept { get; }

            static void Main()
            {
                var found = Kept.Open();
                ref var state = ref Kept.Value;
                var first = state.Words[0];
                var even = true;
                for (var i = 0; i < 100; i++)
                    even &= state.Words[i] == first;
                var round = ++state.Round;
                Kept.Commit();
                if (found == PersistentState.FirstUse)
                    Console.WriteLine($"round {round}: FirstUse");
                else
                    Console.WriteLine($"round {round}: content {first}: {(found == PersistentState.Intact ? "Intact" : "Damaged")}, {(even ? "even" : "a mixture")}");

                for (var count = 0; ; count++)
                {
                    for (var i = 0; i < 100; i++)
                        state.Words[i]++;
                    Kept.Commit();
                    if (count % 100 == 99)
                        Console.WriteLine($"{round} committed {(count + 1) / 100} times 100, reached {state.Words[0]}");
                }
            }
        }

        public struct State
        {
            public uint Round;
            public Words Words;
        }

        [InlineArray(100)]
        public struct Words
        {
            private uint _first;
        }
        """);
}
