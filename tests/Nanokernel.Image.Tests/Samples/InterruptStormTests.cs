using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Samples;

/// <summary>The sample samples/InterruptStorm, on both interrupt controllers.</summary>
public class InterruptStormTests
{
    /// <summary>Less than twice the limit's 200 interrupts, each some hundred instructions of a nanosecond.</summary>
    private const int LatestMicroseconds = 500;

    // As samples/InterruptStorm/InterruptStorm/Program.cs has it.
    private static readonly SourceSystem Storm = new SourceSystem("interrupt-storm")
        .Partition(
            "sensor",
            SampleSource.Of("InterruptStorm", "Sensor"),
            partition => partition
                .WithMemory(512.KiB())
                .WithPriority(Priority.RealTime)
                .OwnsDevice(Pc.Com2 with { Interrupts = [new(3, InterruptTrigger.Level)] })
                .WithInterruptLimit(3, interrupts: 200, within: TimeSpan.FromMilliseconds(10)))
        .Partition("pump", SampleSource.Of("InterruptStorm", "Pump"), partition => partition.WithMemory(512.KiB()).MayEndSystem());

    [Theory]
    [BackEnds]
    public async Task The_owner_of_the_storm_is_stopped_and_the_pump_misses_no_stroke(CompilerMode mode, BackEnd backEnd)
    {
        var run = await TestRun.OfAsync(Storm.On(backEnd), mode);

        run.ExitedWith(0)
            .Printed("[sensor] sensor: 100 interrupts served, at ")
            .Printed("fault: partition 'sensor' stopped by an interrupt storm: IRQ 3 interrupted 200 times within less than 10000 microseconds")
            .Printed("[pump] pump: 200 strokes, the latest ");
        Assert.InRange(run.Number("the latest "), 0, LatestMicroseconds);
    }
}
