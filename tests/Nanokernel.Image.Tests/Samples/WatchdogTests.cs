using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Samples;

/// <summary>The sample samples/Watchdog.</summary>
public class WatchdogTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    // As samples/Watchdog/Watchdog/Program.cs has it.
    private static readonly SourceSystem Watchdog = new SourceSystem("watchdog")
        .Partition("ticker", SampleSource.Of("Watchdog", "Ticker"), partition => partition.WithMemory(256.KiB()).WithPriority(Priority.RealTime))
        .Partition(
            "supervisor",
            SampleSource.Of("Watchdog", "Supervisor"),
            partition => partition.WithMemory(256.KiB()).WithPriority(Priority.High).MayEndSystem())
        .Partition(
            "process",
            SampleSource.Of("Watchdog", "Process"),
            partition => partition
                .WithMemory(512.KiB())
                .OwnsDevice(Pc.Com1 with { Interrupts = [] })
                .WithHeartbeat(TimeSpan.FromMilliseconds(50))
                .WithBudget(TimeSpan.FromMilliseconds(6), TimeSpan.FromMilliseconds(10))
                .OnFault(FaultAction.Restart)
                .OnFault(FaultEvent.StackOverflow, FaultAction.Stop)
                .OnFault(FaultEvent.BudgetExhausted, FaultAction.Notify)
                .OnFault(FaultEvent.IllegalHypercall, FaultAction.Notify)
                .WithRestartLimit(8, TimeSpan.FromMinutes(1)))
        .With((system, partitions) =>
        {
            partitions["supervisor"].Watches(partitions["process"]);
            system.AddPersistentMemory("life").OwnedBy(partitions["process"]);
            system.AddEvent("quit").PostedBy(partitions["process"]).AwaitedBy(partitions["supervisor"]);
        });

    [Theory]
    [CompilerModes]
    public async Task The_process_dies_in_every_way_is_reported_and_starts_anew_and_the_ticker_is_never_late(CompilerMode mode)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var machine = await Watchdog.StartAsync(mode, null, cancellation);
        var console = machine.DebugConsole;
        await console.WaitForLineAsync("[process] start 1:", Limit, cancellation);

        (string Letter, string Report, string Start)[] deaths =
        [
            ("n", "an exception of the processor, started anew", "start 2:"),
            ("d", "an exception of the processor, started anew", "start 3:"),
            ("t", "an unhandled exception, started anew", "start 4:"),
            ("h", "the heap is exhausted, started anew", "start 5:"),
            ("f", "it gave itself up, started anew", "start 6:"),
            ("m", "no heartbeat, started anew", "start 7:"),
            ("s", "the stack is exhausted, stopped", "start 1:"),
        ];
        foreach (var (letter, report, start) in deaths)
        {
            await machine.Serial(1).WriteAsync(letter, cancellation);
            await console.WaitForLineAsync(report, Limit, cancellation);
            await console.WaitForLineAsync(start, Limit, cancellation);
        }

        await machine.Serial(1).WriteAsync("b", cancellation);
        await console.WaitForLineAsync("the budget is exhausted, it goes on", Limit, cancellation);
        await machine.Serial(1).WriteAsync("q", cancellation);
        Assert.Equal(0, await machine.WaitForExitAsync(Limit, cancellation));

        Assert.Contains("[supervisor]   it said: System.InvalidOperationException: somebody asked for it", console.Lines);
        Assert.Contains(console.Lines, line => line.EndsWith(" faults, 7 restarts", StringComparison.Ordinal));
        var late = console.Lines.Where(line => line.StartsWith("[ticker]", StringComparison.Ordinal)).ToList();
        Assert.All(late, line => Assert.Matches(@"at most [0-4] microseconds late$", line));
    }
}
