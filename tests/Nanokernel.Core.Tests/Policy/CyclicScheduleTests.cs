using CsCheck;
using Nanokernel.Policy;

namespace Nanokernel.Core.Tests.Policy;

public sealed unsafe class CyclicScheduleTests
{
    private static readonly Gen<(ulong Length, uint Allowed)[]> Windows =
        Gen.Select(Gen.ULong[1, 15], Gen.UInt).Select((length, allowed) => (length, allowed)).Array[1, 6];

    /// <summary>The timer comes when it was asked to, or up to a whole window later.</summary>
    [Fact]
    public void Any_time_is_that_of_the_window_at_its_place_in_the_frame() =>
        Gen.Select(Windows, Gen.ULong[0, uint.MaxValue * 4ul], Gen.ULong[0, 14].Array[1, 100]).Sample(
            (windows, start, delays) =>
            {
                var rows = stackalloc ProcessorWindow[windows.Length];
                Fill(rows, windows);
                var schedule = default(CyclicSchedule);
                schedule.Start(rows, windows.Length, start);
                var now = start;
                foreach (var delay in delays)
                {
                    var (allowed, end) = Find(windows, now - start);
                    Assert.Equal(~allowed, schedule.Held);
                    Assert.Equal(start + end, schedule.End);
                    now = schedule.End + Math.Min(delay, windows.Min(window => window.Length) - 1);
                    schedule.Advance(now);
                }
            },
            iter: 5_000);

    [Fact]
    public void Nothing_changes_before_a_window_ends()
    {
        var rows = stackalloc ProcessorWindow[2];
        Fill(rows, [(10, 1), (20, 2)]);
        var schedule = default(CyclicSchedule);
        schedule.Start(rows, 2, 100);

        schedule.Advance(109);

        Assert.Equal(~1u, schedule.Held);
        Assert.Equal(110ul, schedule.End);
    }

    [Fact]
    public void A_processor_that_stood_still_for_long_begins_a_new_frame()
    {
        var rows = stackalloc ProcessorWindow[2];
        Fill(rows, [(10, 1), (20, 2)]);
        var schedule = default(CyclicSchedule);
        schedule.Start(rows, 2, 100);

        schedule.Advance(1_000_000);

        Assert.Equal(~1u, schedule.Held);
        Assert.Equal(1_000_010ul, schedule.End);
    }

    private static void Fill(ProcessorWindow* rows, (ulong Length, uint Allowed)[] windows)
    {
        for (var i = 0; i < windows.Length; i++)
            rows[i] = new ProcessorWindow { Length = windows[i].Length, Allowed = windows[i].Allowed };
    }

    private static (uint Allowed, ulong End) Find((ulong Length, uint Allowed)[] windows, ulong time)
    {
        var frame = windows.Aggregate(0ul, (sum, window) => sum + window.Length);
        var end = time - (time % frame);
        foreach (var (length, allowed) in windows)
        {
            end += length;
            if (time < end)
                return (allowed, end);
        }

        throw new InvalidOperationException("A time is in one of the frame's windows.");
    }
}
