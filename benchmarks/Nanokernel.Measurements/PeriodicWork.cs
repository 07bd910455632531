using System.Globalization;
using Nanokernel.Testing;

namespace Nanokernel.Measurements;

/// <summary>How late a real-time partition of 1 kHz is, and what it leaves to one that computes. README.md tells how each is measured.</summary>
public static class PeriodicWork
{
    private const int Ticks = 1_000;

    public static async Task<IReadOnlyList<Metric>> MeasureAsync()
    {
        var beside = await Guest.RunAsync(BesideTicks);
        return
        [
            new Metric("compute_share_beside_1khz", (beside["share"].Single() / 1e6).ToString("0.0000", CultureInfo.InvariantCulture), "ratio"),
            Metric.Instructions("timer_expiry_error_instructions", Guest.Median(beside["late"])),
            Metric.Instructions("timer_expiry_error_max_instructions", beside["late"].Max()),
        ];
    }

    private static readonly SourceSystem BesideTicks = new SourceSystem("bench-beside")
        .Partition(
            "ticking",
            $$"""
            [Partition]
            static partial class Ticking
            {
                [Sends("late")]
                static partial Sender<uint> Late { get; }

                // The time-stamp counter's rate is a whole number of counts in 100 ns nowhere for certain, so the deadline is found from the
                // clock's own rate, which rounds up.
                static void Main()
                {
                    var counts = Clock.Frequency;
                    var origin = Clock.Timestamp - (ulong)Clock.Now.Ticks * counts / TimeSpan.TicksPerSecond;
                    var due = Clock.Now;
                    for (var i = 0; i < {{Ticks}}; i++)
                    {
                        due += TimeSpan.FromMilliseconds(1);
                        Clock.SleepUntil(due);
                        var now = Clock.Timestamp;
                        Late.TrySend((uint)(now - origin - ((ulong)due.Ticks * counts / TimeSpan.TicksPerSecond)));
                    }
                }
            }
            """,
            partition => partition.WithPriority(Priority.RealTime))
        .Partition(
            "computing",
            $$"""
            [Partition]
            static partial class Computing
            {
                [Receives("late")]
                static partial Receiver<uint> Late { get; }

                static void Main()
                {
                    var start = Clock.Now;
                    var used = Processor.Time;
                    while (Clock.Now - start < TimeSpan.FromMilliseconds({{Ticks - 10}}))
                    {
                    }

                    var elapsed = Clock.Now - start;
                    Console.WriteLine($"share: {(Processor.Time - used).Ticks * 1_000_000 / elapsed.Ticks}");
                    while (Late.TryReceive(out var late))
                        Console.WriteLine($"late: {late}");
                }
            }
            """)
        .Queue("late", 1024, from: "ticking", to: "computing");
}
