using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Nanokernel.X86.Building;
using Xunit;

namespace Nanokernel.Image.Tests.Samples;

/// <summary>The sample samples/LiveUpdate.</summary>
public class LiveUpdateTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly SigningKey Key = TestKey.Read(SampleSource.PathOf("LiveUpdate", "not-a-secret.pem"));

    // As samples/LiveUpdate/LiveUpdate/Program.cs has it.
    private static readonly SourceSystem LiveUpdate = new SourceSystem("live-update")
        .Partition("process", SampleSource.Of("LiveUpdate", "Process"), partition => partition
            .WithMemory(256.KiB())
            .WithHeap(64.KiB())
            .WithHeartbeat(TimeSpan.FromMilliseconds(100))
            .OnFault(FaultAction.Restart)
            .WithReplaceableImage())
        .Partition("updater", SampleSource.Of("LiveUpdate", "Updater"), partition => partition
            .WithPriority(Priority.Background)
            .OwnsDevice(Pc.Com2 with { Interrupts = [] }))
        .With((system, partitions) =>
        {
            system.WithImageKey(File.ReadAllText(SampleSource.PathOf("LiveUpdate", "LiveUpdate/Program.cs")).Split("\"\"\"")[1].Trim());
            partitions["updater"].Watches(partitions["process"]);
            system.AddPersistentMemory("work").OwnedBy(partitions["process"]);
        });

    [Theory]
    [CompilerModes]
    public async Task Version_2_comes_over_COM2_goes_on_with_the_count_and_gives_way_to_no_version_that_does_not_live(CompilerMode mode)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var process = SampleSource.Of("LiveUpdate", "Process").Single();
        var second = LiveUpdate.NewImage(mode, "process", "v2", process.Replace("Version = 1", "Version = 2", StringComparison.Ordinal), Key);
        var silent = LiveUpdate.NewImage(mode, "process", "silent", process.Replace("Heartbeat.Beat();", "", StringComparison.Ordinal), Key);
        await using var machine = await LiveUpdate.StartAsync(mode, null, cancellation);
        var console = machine.DebugConsole;
        await console.WaitForLineAsync("[updater] waits for an image on COM2", Limit, cancellation);
        await console.WaitForLineAsync("[process] version 1 has counted to 1", Limit, cancellation);

        await machine.Serial(2).Input.WriteAsync("noise"u8.ToArray(), cancellation);
        await machine.Serial(2).Input.WriteAsync(second, cancellation);
        await console.WaitForLineAsync($"[updater] {second.Length} bytes: the process starts from it", Limit, cancellation);
        await console.WaitForLineAsync("[updater] process runs the new image", Limit, cancellation);
        var counted = await console.WaitForLineAsync("[process] version 2 has counted to ", Limit, cancellation);
        Assert.DoesNotContain("to 1", counted[^4..], StringComparison.Ordinal);

        await machine.Serial(2).Input.WriteAsync(silent, cancellation);
        await console.WaitForLineAsync("[updater] process runs the image before, for the new one did not live", Limit, cancellation);
    }
}
