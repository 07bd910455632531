using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Samples;

/// <summary>The sample samples/RunawayControl.</summary>
public class RunawayControlTests
{
    // Of 1000; a slice and a budget at either end of 60 ms.
    private const int Tolerance = 25;

    // As samples/RunawayControl/RunawayControl/Program.cs has it.
    private static readonly SourceSystem Runaway = new SourceSystem("runaway-control")
        .With(system => system.WithTimeSlice(TimeSpan.FromMilliseconds(1)))
        .Partition(
            "control",
            SampleSource.Of("RunawayControl", "Control"),
            partition => partition
                .WithMemory(512.KiB())
                .WithPriority(Priority.RealTime)
                .WithBudget(TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(10))
                .WithDeadline(TimeSpan.FromMilliseconds(3)))
        .Partition("logger", SampleSource.Of("RunawayControl", "Logger"), partition => partition.WithMemory(512.KiB()).MayEndSystem())
        .Partition("archive", SampleSource.Of("RunawayControl", "Logger"), partition => partition.WithMemory(512.KiB()).MayEndSystem());

    [Theory]
    [CompilerModes]
    public async Task The_stuck_loop_takes_its_budget_and_the_equals_share_the_rest(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(Runaway, mode);

        run.ExitedWith(0).Printed("[control] control: stuck from 1");
        foreach (var partition in (string[])["logger", "archive"])
        {
            Assert.InRange(run.Number($"[{partition}] while control works:"), 475 - Tolerance, 475 + Tolerance);
            Assert.InRange(run.Number($"[{partition}] while control is stuck:"), 400 - Tolerance, 400 + Tolerance);
        }
    }
}
