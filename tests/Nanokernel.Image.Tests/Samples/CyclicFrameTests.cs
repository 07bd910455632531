using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Samples;

/// <summary>The sample samples/CyclicFrame, on both interrupt controllers.</summary>
public class CyclicFrameTests
{
    /// <summary>A timer interrupt and a switch; and 0.84 microseconds of the 8254.</summary>
    private const int LatestMicroseconds = 5;

    // Of 1000: the part of a window at either end.
    private const int Tolerance = 10;

    // As samples/CyclicFrame/CyclicFrame/Program.cs has it.
    private static readonly SourceSystem Frame = new SourceSystem("cyclic-frame")
        .Partition("attitude", SampleSource.Of("CyclicFrame", "Attitude"), partition => partition.WithMemory(512.KiB()).MayEndSystem())
        .Partition("payload", SampleSource.Of("CyclicFrame", "Payload"), partition => partition.WithMemory(512.KiB()))
        .Partition("upkeep", SampleSource.Of("CyclicFrame", "Payload"), partition => partition.WithMemory(512.KiB()))
        .With((system, partitions) => system.WithCyclicSchedule(TimeSpan.FromMilliseconds(10))
            .Window(partitions["attitude"], TimeSpan.Zero, TimeSpan.FromMilliseconds(2))
            .Window(partitions["payload"], TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(3))
            .Window(partitions["attitude"], TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(2)));

    [Theory]
    [BackEnds]
    public async Task Each_partition_has_its_time_and_its_registers(CompilerMode mode, BackEnd backEnd)
    {
        var run = await TestRun.OfAsync(Frame.On(backEnd), mode);

        run.ExitedWith(0)
            .Printed("[attitude] 100 steps", $"the angle {FilteredAngle():F3}")
            .Printed("[payload]", "of the processor, pi is 3.14")
            .Printed("[upkeep]", "of the processor, pi is 3.14");
        Assert.InRange(run.Number("the latest"), 0, LatestMicroseconds);
        Assert.InRange(run.Number("[payload]"), 300 - Tolerance, 300 + Tolerance);
        Assert.InRange(run.Number("[upkeep]"), 300 - Tolerance, 300 + Tolerance);
    }

    /// <summary>What the sample's filter computes when nobody interrupts it.</summary>
    private static double FilteredAngle()
    {
        var (noise, estimate) = (1u, 0.0);
        for (var step = 0; step < 100; step++)
        {
            noise = (noise * 1_664_525) + 1_013_904_223;
            estimate += 0.05 * (0.5 + (((noise / (double)uint.MaxValue) - 0.5) / 5) - estimate);
        }

        return estimate;
    }
}
