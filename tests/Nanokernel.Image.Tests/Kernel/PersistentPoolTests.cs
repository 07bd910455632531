using System.Globalization;
using Nanokernel.Abi;
using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Model;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>Blocks of persistent memory that partitions ask for at run time.</summary>
public class PersistentPoolTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [CompilerModes]
    public async Task An_identifier_has_the_same_block_for_every_user_and_after_every_reset(CompilerMode mode)
    {
        await using var monitor = await StartAsync(Two, mode, "[reader] journal Found Intact 1");
        foreach (var start in (int[])[2, 3])
        {
            await monitor.AskAsync("system_reset");
            await monitor.Machine.DebugConsole.WaitForLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"[reader] journal Found Intact {start}"), Limit, Cancellation);
        }

        var lines = monitor.Machine.DebugConsole.Lines.Where(line => line.StartsWith('[')).ToList();
        Assert.Equal(
            [
                "[writer] journal Created FirstUse, notes Created, again Found, other size OtherSize, too large PoolFull",
                "[reader] journal Found Intact 1, notes Found 'n' 100 bytes away",
                "[writer] journal Found Intact, notes Found, again Found, other size OtherSize, too large PoolFull",
                "[reader] journal Found Intact 2, notes Found 'n' 100 bytes away",
                "[writer] journal Found Intact, notes Found, again Found, other size OtherSize, too large PoolFull",
                "[reader] journal Found Intact 3, notes Found 'n' 100 bytes away",
            ],
            lines);
    }

    [Theory]
    [CompilerModes]
    public async Task A_pool_takes_32_blocks_whatever_is_asked_and_the_caller_learns_why_there_is_none(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(Greedy, mode);
        run.ExitedWith(0).Printed("32 blocks, then TooManyBlocks").Printed("wrong end -3, no memory -3, no bytes -3");
    }

    [Fact]
    public async Task All_blocks_of_a_pool_are_open_at_once_beside_the_most_ends_of_channels() =>
        (await TestRun.OfAsync(Full, CompilerMode.Release)).ExitedWith(0).Printed("[owner] 32 blocks right, lost 0 on the last queue");

    private const int Queues = (int)InformationPage.ChannelEndMaximum - 1;

    // What a partition keeps of its ends and of its blocks stands in one page: at its fullest nothing overlaps.
    private static readonly SourceSystem Full = new SourceSystem("full-control-page")
        .Partition(
            "owner",
            $$"""
            [Partition]
            static partial class Owner
            {
                [PersistentPool("pool")]
                static partial PersistentPool Pool { get; }

                {{string.Concat(Enumerable.Range(0, Queues).Select(number =>
                    $"[Sends(\"q{number}\")] static partial Sender<int> Q{number} {{ get; }}\n"))}}

                static void Main()
                {
                    var right = 0;
                    for (var round = 0; round < 2; round++)
                    {
                        for (var i = 0; i < 32; i++)
                        {
                            if (Pool.TryOpen<int>($"block {i}", out var block) > PersistentBlockResult.Created)
                                continue;
                            right += round == 1 && block.Value == i ? 1 : 0;
                            block.Value = i;
                            block.Commit();
                        }
                    }

                    Console.WriteLine($"{right} blocks right, lost {Q{{Queues - 1}}.Lost} on the last queue");
                }
            }
            """)
        .Partition(
            "sink",
            $$"""
            [Partition]
            static partial class Sink
            {
                {{string.Concat(Enumerable.Range(0, Queues).Select(number =>
                    $"[Receives(\"q{number}\")] static partial Receiver<int> Q{number} {{ get; }}\n"))}}

                static void Main() => Q0.TryReceive(out _);
            }
            """)
        .With((system, partitions) =>
        {
            system.AddPersistentPool("pool", 16.KiB()).UsedBy(partitions["owner"]);
            for (var number = 0; number < Queues; number++)
                system.AddQueue($"q{number}", 1).From(partitions["owner"]).To(partitions["sink"]);
        });

    [Theory]
    [CompilerModes]
    public async Task A_history_that_was_spoilt_begins_anew_and_a_block_at_its_old_place_is_whole(CompilerMode mode)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "systems", $"history-{mode}.memory");
        await using var monitor = await HumanMonitor.StartAsync(Two, mode, "[reader] journal Found Intact 1", options => options with
        {
            ExtraArguments =
            [
                "-action", "reboot=reset", "-machine", "memory-backend=ram", "-object",
                string.Create(CultureInfo.InvariantCulture, $"memory-backend-file,id=ram,size={options.MemoryMegabytes}M,mem-path={path},share=on"),
            ],
        });
        using (var memory = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 1, FileOptions.DeleteOnClose))
        {
            // A letter of the identifier in the first entry.
            var image = Two.Build(mode);
            memory.Position = image.Layout.Regions[image.System.PersistentPools.Single().History.Index].PhysicalAddress + 64 + 12;
            Assert.Equal('j', memory.ReadByte());
            memory.Position--;
            memory.WriteByte((byte)'J');
            memory.Flush();
        }

        await monitor.AskAsync("system_reset");
        await monitor.Machine.DebugConsole.WaitForLineAsync("[writer] journal Created Intact, notes Created", Limit, Cancellation);
        await monitor.Machine.DebugConsole.WaitForLineAsync("[reader] journal Found Intact 2", Limit, Cancellation);
    }

    [Theory]
    [CompilerModes]
    public async Task Kept_pages_are_written_through_and_the_history_is_the_kernels(CompilerMode mode)
    {
        await using var monitor = await StartAsync(Two, mode, "[reader] journal Found Intact 1");
        var pages = (await monitor.AskAsync("info tlb")).Split('\n');
        var image = Two.Build(mode);
        var pool = image.System.PersistentPools.Single();

        // "virtual: physical XGPDACTUW".
        string[] PagesOf(CheckedRegion region) =>
            [.. pages.Where(page => page.Contains(string.Create(CultureInfo.InvariantCulture, $"{image.Layout.Regions[region.Index].PhysicalAddress:x8} "), StringComparison.Ordinal))];

        Assert.EndsWith("-TUW", Assert.Single(PagesOf(pool.Blocks)).TrimEnd(), StringComparison.Ordinal);
        var history = Assert.Single(PagesOf(pool.History)).TrimEnd();
        Assert.EndsWith("-T-W", history, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{VirtualMemoryMap.PersistentHistories:x}: "), history, StringComparison.Ordinal);
    }

    [Fact]
    public void A_system_without_a_pool_has_nothing_of_it_in_its_kernel()
    {
        Assert.DoesNotContain(
            Poolless.Build(CompilerMode.Release).Kernel.Symbols, symbol => symbol.DisplayName.Contains("PersistentPools", StringComparison.Ordinal));
        Assert.Contains(
            Two.Build(CompilerMode.Release).Kernel.Symbols, symbol => symbol.DisplayName.Contains("PersistentPools", StringComparison.Ordinal));
    }

    private static async Task<HumanMonitor> StartAsync(SourceSystem system, CompilerMode mode, string text) =>
        await HumanMonitor.StartAsync(system, mode, text, options => options with { ExtraArguments = ["-action", "reboot=reset"] });

    private const string Names = """

        static class Names
        {
            public static string Of(PersistentState state)
                => state == PersistentState.FirstUse ? "FirstUse" : state == PersistentState.Intact ? "Intact" : "Damaged";

            public static string Of(PersistentBlockResult result) => result switch
            {
                PersistentBlockResult.Found => "Found",
                PersistentBlockResult.Created => "Created",
                PersistentBlockResult.OtherSize => "OtherSize",
                PersistentBlockResult.PoolFull => "PoolFull",
                _ => "TooManyBlocks",
            };
        }

        public struct Journal
        {
            public uint Starts;
        }
        """;

    private const string Writer = """
        [Partition]
        static unsafe partial class Writer
        {
            [PersistentPool("pool")]
            static partial PersistentPool Pool { get; }

            static void Main()
            {
                var journal = Pool.TryOpen<Journal>("journal", out var block);
                var state = block.Open();
                block.Value.Starts++;
                block.Commit();
                var notes = Pool.TryOpen("notes", 100, out var memory);
                memory.Fill((byte)'n');
                var again = Pool.TryOpen<Journal>("journal", out var same);
                if (same.Value.Starts != block.Value.Starts)
                    Environment.FailFast("another block");
                var other = Pool.TryOpen<long>("journal", out _);
                var large = Pool.TryOpen("large", Pool.Length, out _);
                Console.WriteLine($"journal {Names.Of(journal)} {Names.Of(state)}, notes {Names.Of(notes)}, again {Names.Of(again)}, other size {Names.Of(other)}, too large {Names.Of(large)}");
            }
        }
        """ + Names;

    private const string Reader = """
        [Partition]
        static unsafe partial class Reader
        {
            [PersistentPool("pool")]
            static partial PersistentPool Pool { get; }

            static void Main()
            {
                var journal = Pool.TryOpen<Journal>("journal", out var block);
                var state = block.Open();
                var notes = Pool.TryOpen("notes", 100, out var memory);
                Console.WriteLine($"journal {Names.Of(journal)} {Names.Of(state)} {block.Value.Starts}, notes {Names.Of(notes)} '{(char)memory[99]}' 100 bytes away");
                while (true)
                    Processor.Wait();
            }
        }
        """ + Names;

    private static readonly SourceSystem Two = new SourceSystem("persistent-pool")
        .Partition("writer", Writer, partition => partition.WithPriority(new Priority(20)))
        .Partition("reader", Reader, partition => partition.WithPriority(new Priority(10)))
        .With((system, partitions) => system.AddPersistentPool("pool", 64.KiB()).UsedBy(partitions["writer"]).UsedBy(partitions["reader"]));

    private static readonly SourceSystem Poolless = new SourceSystem("persistent-poolless").Partition(
        "alone",
        """
        [Partition]
        static partial class Alone
        {
            [Persistent("state")]
            static partial PersistentMemory<int> State { get; }

            static void Main() => State.Value++;
        }
        """)
        .With((system, partitions) => system.AddPersistentMemory("state").OwnedBy(partitions["alone"]));

    private static readonly SourceSystem Greedy = new SourceSystem("persistent-greedy").Partition(
        "greedy",
        """
        [Partition]
        static unsafe partial class Greedy
        {
            [PersistentPool("pool")]
            static partial PersistentPool Pool { get; }

            static void Main()
            {
                var blocks = 0;
                var result = PersistentBlockResult.Created;
                while (true)
                {
                    result = Pool.TryOpen($"block {blocks}", 1, out var memory);
                    if (result != PersistentBlockResult.Created)
                        break;
                    memory[0] = (byte)blocks++;
                }

                for (var i = 0; i < blocks; i++)
                {
                    if (Pool.TryOpen($"block {i}", 1, out var memory) != PersistentBlockResult.Found || memory[0] != i)
                        Environment.FailFast("another block");
                }

                Console.WriteLine($"{blocks} blocks, then {Names.Of(result)}");

                var request = stackalloc uint[9];
                request[0] = 1;
                request[8] = 0;
                var noBytes = Ask((uint)request, 0);
                request[8] = 1;
                Console.WriteLine($"wrong end {Ask((uint)request, 1)}, no memory {Ask(0xC000_0000, 0)}, no bytes {noBytes}");
            }

            // mov eax, 16; int 0x40; ret: the arguments are in ECX and EDX.
            static int Ask(uint address, uint end)
            {
                ReadOnlySpan<byte> code = [0xB8, 16, 0, 0, 0, 0xCD, 0x40, 0xC3];
                return ((delegate*<uint, uint, int>)Unsafe.AsPointer(ref MemoryMarshal.GetReference(code)))(address, end);
            }
        }
        """ + Names)
        .With((system, partitions) => system.AddPersistentPool("pool", 64.KiB()).UsedBy(partitions["greedy"]));
}
