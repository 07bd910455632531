using System.Globalization;
using Nanokernel.Testing;

namespace Nanokernel.Measurements;

/// <summary>How long it takes until a watcher knows of a fault, and until a partition has started anew. README.md tells how each is measured.</summary>
public static class FaultPaths
{
    private const int Rounds = 200;
    private const int SmallBlob = 16 * 1024;
    private const int LargeBlob = 272 * 1024;

    public static async Task<IReadOnlyList<Metric>> MeasureAsync()
    {
        var notices = (await Guest.RunAsync(Noticed))["fault to watcher"];
        var small = await RestartAsync(SmallBlob);
        var large = await RestartAsync(LargeBlob);
        var perByte = (double)(large.Instructions - small.Instructions) / (large.Bytes - small.Bytes);
        return
        [
            Metric.Instructions("fault_to_watcher_instructions", Guest.Median(notices)),
            Metric.Instructions("fault_to_watcher_max_instructions", notices.Max()),
            Metric.Instructions("restart_fixed_instructions", (long)Math.Round(small.Instructions - (perByte * small.Bytes))),
            Metric.Instructions("restart_instructions_per_mib", (long)Math.Round(perByte * 1024 * 1024)),
        ];
    }

    private static async Task<(long Instructions, long Bytes)> RestartAsync(int blob)
    {
        var system = Restarted(blob);
        var lengths = (await Guest.RunAsync(system))["restart"];
        return (Guest.Median(lengths), system.Build(CompilerMode.Release).Partitions[1].Segments.Sum(segment => (long)segment.Data.Length));
    }

    private static readonly SourceSystem Noticed = Watched(
        "bench-fault-noticed",
        """
        Victim.Take();
        var now = (uint)Clock.Timestamp;
        Console.WriteLine($"fault to watcher: {now - Time.Span[0]}");
        """,
        "",
        """
        Clock.Sleep(TimeSpan.FromMilliseconds(1));
        var time = Time.Span;
        time[0] = (uint)Clock.Timestamp;
        *(int*)0 = 1;
        """,
        partition => partition.OnFault(FaultAction.Restart).WithRestartLimit(1000, TimeSpan.FromMilliseconds(1)));

    // The watcher is more urgent, so the partition starts anew once the watcher waits again: from the command to its first statement.
    private static SourceSystem Restarted(int blob) => Watched(
        "bench-restart-" + blob.ToString(CultureInfo.InvariantCulture),
        """
        Clock.Sleep(TimeSpan.FromMilliseconds(20));
        Victim.Stop();
        Victim.WaitFor(WatchedState.Stopped, TimeSpan.FromSeconds(1));
        var commanded = (uint)Clock.Timestamp;
        Victim.Restart();
        Clock.Sleep(TimeSpan.FromMilliseconds(20));
        Console.WriteLine($"restart: {Time.Span[0] - commanded}");
        """,
        $$"""static ReadOnlySpan<byte> Blob => "{{new string('a', blob)}}"u8;""",
        """
        Time.Span[0] = (uint)Clock.Timestamp;
        for (var sum = 0; ; sum += Blob[sum & 7])
            Clock.Sleep(TimeSpan.FromSeconds(1));
        """,
        partition => partition);

    /// <summary>A victim that writes down when something happens, and a watcher that does something in each round.</summary>
    private static SourceSystem Watched(
        string name, string round, string member, string victim, Func<PartitionBuilder, PartitionBuilder> configure) => new SourceSystem(name)
        .Partition(
            "watcher",
            $$"""
            [Partition]
            static partial class Watcher
            {
                [Watches("victim")]
                static partial FaultMonitor Victim { get; }

                [Views("time")]
                static partial ReadOnlySharedMemory<uint> Time { get; }

                static void Main()
                {
                    for (var i = 0; i < {{Rounds}}; i++)
                    {
                        {{round}}
                    }

                    Machine.EndSystem(0);
                }
            }
            """,
            partition => partition.WithPriority(Priority.High).MayEndSystem())
        .Partition(
            "victim",
            $$"""
            [Partition]
            static unsafe partial class Victim
            {
                {{member}}

                [Shares("time")]
                static partial SharedMemory<uint> Time { get; }

                static void Main()
                {
                    {{victim}}
                }
            }
            """,
            configure)
        .With((system, partitions) =>
        {
            partitions["watcher"].Watches(partitions["victim"]);
            system.AddSharedMemory("time", 4.KiB()).ReadWrite(partitions["victim"]).ReadOnly(partitions["watcher"]);
        });
}
