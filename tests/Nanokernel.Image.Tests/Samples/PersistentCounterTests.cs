using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Samples;

/// <summary>The sample samples/PersistentCounter.</summary>
public class PersistentCounterTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    // As samples/PersistentCounter/PersistentCounter/Program.cs has it.
    private static readonly SourceSystem Counter = new SourceSystem("persistent-counter-sample")
        .Partition("counter", SampleSource.Of("PersistentCounter", "Counter"), partition => partition.WithMemory(512.KiB()))
        .With((system, partitions) =>
        {
            system.AddPersistentMemory("count").OwnedBy(partitions["counter"]);
            system.AddPersistentPool("journals", 16.KiB()).UsedBy(partitions["counter"]);
        });

    [Theory]
    [CompilerModes]
    public async Task The_count_goes_on_after_a_reset(CompilerMode mode)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var monitor = await HumanMonitor.StartAsync(
            Counter, mode, "starts in the journal: 1", options => options with { ExtraArguments = ["-action", "reboot=reset"] });
        await monitor.AskAsync("system_reset");
        await monitor.Machine.DebugConsole.WaitForLineAsync("start 2, ", Limit, cancellation);
        await monitor.Machine.DebugConsole.WaitForLineAsync("starts in the journal: 2", Limit, cancellation);
        Assert.StartsWith("[counter] nothing was kept: start 1", monitor.Machine.DebugConsole.Lines[0], StringComparison.Ordinal);
    }
}
