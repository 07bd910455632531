using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Samples;

/// <summary>The sample samples/ScreenClock and its variant on the APIC and the HPET, with a clock that is set and counts the machine's time.</summary>
public class ScreenClockTests
{
    // As samples/ScreenClock/ScreenClock/Program.cs has it.
    private static readonly SourceSystem Clock = new SourceSystem("screen-clock")
        .Partition(
            "time",
            SampleSource.Of("ScreenClock", "Time"),
            partition => partition
                .WithMemory(512.KiB())
                .WithPriority(Priority.High)
                .OwnsDevice(Pc.RealTimeClock with { Interrupts = [] }))
        .Partition(
            "screen",
            SampleSource.Of("ScreenClock", "Screen"),
            partition => partition.WithMemory(512.KiB()).OwnsDevice(Pc.VgaText).MayEndSystem())
        .Queue("time", capacity: 4, from: "time", to: "screen");

    [Theory]
    [BackEnds(BackEnd.Legacy, BackEnd.Hpet)]
    public async Task The_screen_shows_the_time_of_the_clock(CompilerMode mode, BackEnd backEnd)
    {
        var run = await TestRun.OfAsync(
            Clock.On(backEnd), mode, options => options with { ExtraArguments = ["-rtc", "base=2026-01-02T23:59:58,clock=vm"] });

        run.ExitedWith(0).Printed("the screen reads 23:59:59").Printed("the screen reads 00:00:00").Printed("the screen reads 00:00:01");
    }
}
