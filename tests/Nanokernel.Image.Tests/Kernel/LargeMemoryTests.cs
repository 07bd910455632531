using System.Globalization;
using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>
/// A system that uses nearly all of a machine of 3 GiB: more than the kernel has addresses for beside its own. What the kernel reads of such
/// a partition (console text, requests, stacks) lies anywhere in it.
/// </summary>
public class LargeMemoryTests
{
    private const string WithNoExecute = "max";
    private const string WithoutNoExecute = "max,-nx";
    private const int MachineMegabytes = 3072;
    private const int LargeMegabytes = 2600;
    private const uint Middle = 0x5000_0000;
    private const uint High = 0xA000_0000;

    private static readonly SourceSystem System = new SourceSystem("large-memory") { Machine = Machines.Pc with { Memory = MachineMegabytes.MiB() } }
        .Partition("ticker", Ticker, partition => partition.WithPriority(Priority.High))
        .Partition("small", Thrower("small"))
        .Partition("large", Large, partition => partition.WithMemory(LargeMegabytes.MiB()));

    private static readonly SourceSystem Waiting = new SourceSystem("large-memory-waiting") { Machine = Machines.Pc with { Memory = MachineMegabytes.MiB() } }
        .Partition("large", Marker, partition => partition.WithMemory(LargeMegabytes.MiB()));

    public static TheoryData<string, CompilerMode> Cases => new()
    {
        { WithNoExecute, CompilerMode.Debug },
        { WithNoExecute, CompilerMode.Release },
        { WithoutNoExecute, CompilerMode.Debug },
        { WithoutNoExecute, CompilerMode.Release },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Records_of_two_partitions_name_what_lies_anywhere_in_their_memory(string cpu, CompilerMode mode)
    {
        var run = (await RunAsync(mode, cpu, MachineMegabytes)).ExitedWith(101);

        run.Printed("[large] 2600 MiB, text at 0xA0000000 and 0x50000000");
        run.Printed("fault: partition 'large' stopped by an unhandled exception: System.InvalidOperationException: large is over");
        run.Printed("fault: partition 'small' stopped by an unhandled exception: System.InvalidOperationException: small is over");
        Assert.Contains(run.RecordOf("large"), line => line.Contains("called from", StringComparison.Ordinal) && line.Contains("Large", StringComparison.Ordinal));
        Assert.Contains(run.RecordOf("small"), line => line.Contains("called from", StringComparison.Ordinal) && line.Contains("Thrower", StringComparison.Ordinal));
        run.Printed("[ticker] 20 ticks");
    }

    [Theory]
    [CompilerModes]
    public async Task A_machine_with_less_is_refused_with_what_is_missing(CompilerMode mode)
    {
        var run = (await RunAsync(mode, WithNoExecute, megabytes: 1024)).ExitedWith(103);

        Assert.True(run.Number("and the system needs") >= LargeMegabytes * 1024L, run.DebugText);
        run.Printed("cannot run on this machine", "KiB are missing").DidNotPrint("[large]");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Its_memory_is_where_the_layout_has_it_and_in_large_pages(string cpu, CompilerMode mode)
    {
        await using var monitor = await HumanMonitor.StartAsync(Waiting, mode, "ready", options => options with { Cpu = cpu, MemoryMegabytes = MachineMegabytes });
        var toPhysical = Waiting.Build(mode).Layout.Partitions[0].PhysicalBase - 0x0040_0000;

        foreach (var address in new[] { Middle, High })
        {
            var word = await monitor.AskAsync($"xp /1wx 0x{address + toPhysical:x}");
            Assert.Contains($": 0x{address:x8}", word, StringComparison.Ordinal);
        }

        var pages = (await monitor.AskAsync("info tlb")).Split('\n').Where(line => line.Contains(" --P", StringComparison.Ordinal) || line.Contains(" X-P", StringComparison.Ordinal));
        Assert.True(pages.Count() > LargeMegabytes / 4 - 8, "The heap is not in large pages.");
    }

    private static Task<TestRun> RunAsync(CompilerMode mode, string cpu, int megabytes) =>
        TestRun.OfAsync(System, mode, options => options with { Cpu = cpu, MemoryMegabytes = megabytes });

    private static string Large => string.Create(CultureInfo.InvariantCulture, $$"""
        [Partition]
        static unsafe partial class Large
        {
            static void Main()
            {
                Print((byte*){{High}}, "2600 MiB, text at "u8);
                Print((byte*){{Middle}}, "0xA0000000 and 0x50000000\n"u8);
                Fail();
            }

            [MethodImpl(MethodImplOptions.NoInlining)]
            static void Print(byte* place, ReadOnlySpan<byte> text)
            {
                text.CopyTo(new Span<byte>(place, text.Length));
                Write(place, text.Length);
            }

            [System.Runtime.RuntimeImport("nk_write_console")]
            [MethodImpl(MethodImplOptions.InternalCall)]
            static extern int Write(byte* text, int bytes);

            [MethodImpl(MethodImplOptions.NoInlining)]
            static void Fail() => throw new InvalidOperationException("large is over");
        }
        """);

    private static string Marker => string.Create(CultureInfo.InvariantCulture, $$"""
        [Partition]
        static unsafe partial class Marker
        {
            static void Main()
            {
                *(uint*){{Middle}} = {{Middle}};
                *(uint*){{High}} = {{High}};
                Console.WriteLine("ready");
                Processor.Wait();
            }
        }
        """);

    private const string Ticker = """
        [Partition]
        static partial class Ticker
        {
            static void Main()
            {
                var ticks = 0;
                foreach (var time in Clock.Every(TimeSpan.FromTicks(1000)))
                {
                    if (++ticks == 20)
                        break;
                }

                Console.WriteLine($"{ticks} ticks");
            }
        }
        """;

    private static string Thrower(string name) => $$"""
        [Partition]
        static partial class Thrower
        {
            static void Main() => Fail();

            [MethodImpl(MethodImplOptions.NoInlining)]
            static void Fail() => throw new InvalidOperationException("{{name}} is over");
        }
        """;
}
