using System;
using CsCheck;
using Nanokernel.Kernel;
using Xunit;
using Clock = Nanokernel.Kernel.Clock;
using Processor = Nanokernel.Kernel.Processor;

namespace Nanokernel.Replay.Tests;

/// <summary>The kernel's clock over any processor and any timer: how it turns deadlines into shots, wherever its counter stands.</summary>
[Collection("The kernel's static fields")]
public sealed class ClockTests : IDisposable
{
    // The measurement lasts 11,932 counts of the 8254, 10 ms.
    private const double MeasuredSeconds = 11_932 / 1_193_182.0;

    // A processor of 1.2 MHz to 8 GHz, with the 8254 or a timer of 100 kHz to 400 MHz and 31 bits.
    private static readonly Gen<(uint Time, uint Counts, uint Longest)> AnyMachine = Gen.Select(
        Gen.UInt[12_000, 80_000_000], Gen.OneOf(Gen.Const((11_932u, 0xFFFFu)), Gen.UInt[1_000, 4_000_000].Select(counts => (counts, (uint)int.MaxValue))))
        .Select((time, timer) => (time, timer.Item1, timer.Item2));

    // Anywhere, and just before the counter uses one more bit of 32, 63 and others.
    private static readonly Gen<ulong> AnyTime = Gen.OneOf(
        Gen.ULong[0, 1ul << 40], Gen.Select(Gen.Int[31, 63], Gen.ULong[0, 1ul << 28]).Select((bit, before) => (1ul << bit) - before));

    [Fact]
    public void Shot_after_shot_leads_to_a_deadline_never_early_and_not_two_counts_late() =>
        Gen.Select(AnyMachine, AnyTime, Gen.OneOf(Gen.Double[0, 0.001], Gen.Double[0, 3], Gen.Double[0, 200])).Sample(
            (machine, start, seconds) =>
            {
                if (!TryStart(machine.Time, machine.Counts, machine.Longest))
                    return;
                var perCount = (double)machine.Time / machine.Counts;
                Processor.Now = start;
                var deadline = start + (ulong)(seconds / MeasuredSeconds * machine.Time);
                var shots = 0;
                var left = deadline - Processor.Now;
                while (Processor.Now < deadline)
                {
                    var counts = Clock.CountsUntil(deadline);
                    Assert.InRange(counts, 1u, machine.Longest);
                    left = deadline - Processor.Now;
                    Processor.Now += (ulong)Math.Ceiling(counts * perCount);
                    shots++;
                }

                // One count by rounding up; the factor is good to 2^-32 of what is left for the last shot.
                Assert.InRange(Processor.Now - deadline, 0ul, (ulong)(perCount + (left / (double)machine.Counts * 2) + 2));
                Assert.InRange(shots, 0, 2 + (int)(4 * (deadline - start) / Math.Min(perCount * machine.Longest, uint.MaxValue >> 8)));
            },
            iter: 20_000, threads: 1);

    [Fact]
    public void A_deadline_that_has_passed_is_one_count_away() =>
        Gen.Select(AnyTime, Gen.ULong[0, 1ul << 30]).Sample(
            (now, late) =>
            {
                Assert.True(TryStart(10_000_000, 11_932, 0xFFFF));
                Processor.Now = now;
                Assert.Equal(1u, Clock.CountsUntil(now - Math.Min(now, late)));
            },
            iter: 2_000, threads: 1);

    [Fact]
    public void Microseconds_are_counts_of_whole_megahertz() =>
        Gen.Select(Gen.UInt[20_000, 80_000_000], Gen.UInt).Sample(
            (time, microseconds) =>
            {
                Assert.True(TryStart(time, 11_932, 0xFFFF));
                Assert.Equal((ulong)time * 1_193_182 / 11_932, Clock.Frequency);
                Assert.Equal(microseconds * (Clock.Frequency / 1_000_000), Clock.CountsOf(microseconds));
            },
            iter: 2_000, threads: 1);

    [Fact]
    public void A_timer_that_does_not_count_or_much_faster_than_the_processor_is_refused()
    {
        Assert.False(TryStart(10_000, 10_000 * 256, int.MaxValue));
        Assert.True(TryStart(10_000, (10_000 * 256) - 1, int.MaxValue));
    }

    public void Dispose() => (EventTimer.MeasuredTime, EventTimer.MeasuredCounts) = (0, 0);

    private static bool TryStart(uint time, uint counts, uint longest)
    {
        (EventTimer.MeasuredTime, EventTimer.MeasuredCounts, EventTimer.CountMaximum) = (time, counts, longest);
        Processor.Now = 0;
        return Clock.TryInitialize();
    }
}
