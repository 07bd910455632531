using System.Globalization;
using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Faults;

/// <summary>
/// A partition is started anew again and again, at random instructions, while it holds locks, sends, waits and is interrupted. Two others
/// exchange a stream and a third keeps a deadline of a millisecond meanwhile; none of them notices.
/// </summary>
public class RestartEnduranceTests
{
    // A thousand where NANOKERNEL_LONG is set.
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("NANOKERNEL_LONG") is { Length: > 0 };
    private static readonly int Cycles = IsLong ? 1000 : 100;

    private static readonly SourceSystem System = new SourceSystem("restart-endurance")
        .Partition("ticker", Ticker, partition => partition.WithPriority(Priority.RealTime))
        .Partition("watcher", Watcher.Replace("CYCLES", $"{Cycles}", StringComparison.Ordinal), partition => partition.WithPriority(Priority.High).MayEndSystem())
        .Partition("victim", Victim, partition => partition.WithPriority(new Priority(80)).OwnsDevice(Pc.Com2).WithConsole(PartitionConsole.Debug))
        .Partition("source", Source)
        .Partition("sink", Sink)
        .Queue("stream", 8, from: "source", to: "sink")
        .Queue("reports", 16, from: "victim", to: "sink")
        .With((system, partitions) =>
        {
            partitions["watcher"].Watches(partitions["victim"]);
            system.AddPersistentMemory("sent").OwnedBy(partitions["victim"]);
            system.AddLock("bus").SharedBy(partitions["victim"]).SharedBy(partitions["sink"]);
            system.AddEvent("signal", EventReset.Counting).PostedBy(partitions["victim"]).AwaitedBy(partitions["sink"]);
            system.AddEvent("over").PostedBy(partitions["watcher"]).AwaitedBy(partitions["sink"]);
        });

    [Theory]
    [BackEnds]
    public async Task Nobody_else_notices_however_often_and_wherever_a_partition_dies(CompilerMode mode, BackEnd backEnd)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var machine = await System.On(backEnd).StartAsync(mode, null, cancellation);
        var code = await machine.WaitForExitAsync(IsLong ? TimeSpan.FromMinutes(10) : TimeSpan.FromMinutes(2), cancellation);
        var run = new TestRun(code, machine.DebugConsole.Lines, []);

        run.ExitedWith(0)
            .Printed($"[watcher] {Cycles} faults, {Cycles} restarts")
            .Printed("[sink] all in order")
            .DidNotPrint("[victim] differs");
        Assert.True(run.Number("[sink] of the stream") > Cycles, run.DebugText);
        Assert.True(run.Number("[sink] reports") > Cycles / 2, run.DebugText);

        // The longest way through the kernel is 1,500 instructions, and the way to a handler 300 (benchmarks/README.md).
        var late = run.Debug.Where(line => line.StartsWith("[ticker]", StringComparison.Ordinal)).ToList();
        Assert.True(late.Count >= Cycles / 50, run.DebugText);
        Assert.All(late, line => Assert.InRange(int.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture), 0, 2_000));
    }

    // A count is an instruction in this mode.
    private const string Ticker = """
        [Partition]
        static partial class Ticker
        {
            static void Main()
            {
                var ticks = 0;
                var late = 0UL;
                foreach (var time in Clock.Every(TimeSpan.FromMilliseconds(1)))
                {
                    var counts = (ulong)((Clock.Now - time).Ticks * 100);
                    late = counts > late ? counts : late;
                    if (++ticks % 50 == 0)
                        Console.WriteLine($"{ticks} ticks, counts late at most {late}");
                }
            }
        }
        """;

    private const string Watcher = """
        [Partition]
        static partial class Watcher
        {
            [Watches("victim")]
            static partial FaultMonitor Victim { get; }

            [Posts("over")]
            static partial EventPoster Over { get; }

            static int s_spins;

            static void Main()
            {
                var random = 1u;
                for (var i = 0; i < CYCLES; i++)
                {
                    random = (random * 1664525) + 1013904223;
                    Clock.Sleep(TimeSpan.FromTicks(2000 + (random >> 18)));
                    for (var spin = (random >> 8) & 255; spin != 0; spin--)
                        Volatile.Read(ref s_spins);
                    Victim.Restart();
                    if (!Victim.WaitFor(WatchedState.Running, TimeSpan.FromSeconds(1)))
                        Environment.FailFast("it does not start");
                    while (Victim.TryTake(out _))
                    {
                    }
                }

                Console.WriteLine($"{Victim.FaultCount} faults, {Victim.Restarts} restarts");
                Victim.Stop();
                Over.Post();
                Clock.Sleep(TimeSpan.FromMilliseconds(100));
                Machine.EndSystem(0);
            }
        }
        """;

    // The sum of its data and of its control page is the same at every start, before it has changed anything.
    private const string Victim = """
        [Partition]
        static unsafe partial class Victim
        {
            [Sends("reports")]
            static partial Sender<int> Reports { get; }

            [Locks("bus")]
            static partial PartitionLock Bus { get; }

            [Posts("signal")]
            static partial EventPoster Signal { get; }

            [Persistent("sent")]
            static partial PersistentMemory<Life> Sent { get; }

            static int s_interrupts = 3;
            static double s_value = 1.5;

            static void Main()
            {
                var sum = SumOf(0xB0000000, 4096) + SumOf((uint)(nint)Unsafe.AsPointer(ref s_interrupts) & ~4095u, 4096);
                var flags = s_value == 1.5 && s_interrupts == 3;
                if (Sent.Open() == PersistentState.FirstUse)
                    Sent.Value.Sum = sum;
                if (Sent.Value.Sum != sum || !flags)
                    Console.WriteLine($"differs: {sum} and not {Sent.Value.Sum}");
                Interrupts.Attach(InterruptLine.Com2, static () => s_interrupts++);
                PartitionTimer.StartEvery(TimeSpan.FromMicroseconds(70), static () => s_interrupts++);
                for (;;)
                {
                    using (Bus.Hold(out _))
                    {
                        s_value = s_value * 3.7 * (1 - s_value);
                        Sent.Value.Number++;
                        Sent.Commit();
                    }

                    Reports.Send(Sent.Value.Number);
                    Signal.Post();
                    IoPort.WriteByte(0x2F9, 0);
                    IoPort.WriteByte(0x2F9, 2);
                    Clock.Sleep(TimeSpan.FromMicroseconds(40));
                }
            }

            static uint SumOf(uint address, uint bytes)
            {
                var sum = 0u;
                for (var word = (uint*)address; word != (uint*)(address + bytes); word++)
                    sum = (sum << 1 | sum >> 31) ^ *word;
                return sum;
            }
        }

        struct Life
        {
            public uint Sum;
            public int Number;
        }
        """;

    private const string Source = """
        [Partition]
        static partial class Source
        {
            [Sends("stream")]
            static partial Sender<ulong> Stream { get; }

            static void Main()
            {
                for (var next = 0u; ; next++)
                    Stream.Send(((ulong)~next << 32) | next);
            }
        }
        """;

    private const string Sink = """
        [Partition]
        static partial class Sink
        {
            [Receives("stream")]
            static partial Receiver<ulong> Stream { get; }

            [Receives("reports")]
            static partial Receiver<int> Reports { get; }

            [Locks("bus")]
            static partial PartitionLock Bus { get; }

            [Awaits("signal")]
            static partial EventWaiter Signal { get; }

            [Awaits("over")]
            static partial EventWaiter Over { get; }

            static void Main()
            {
                var next = 0u;
                var reports = 0;
                var latest = 0;
                while (!Over.TryWait())
                {
                    Stream.Receive(out var message);
                    if (message != (((ulong)~next << 32) | next))
                        Environment.FailFast($"{message} instead of {next}");
                    next++;
                    Signal.TryWait();
                    while (Reports.TryReceive(out var number))
                    {
                        if (number <= latest)
                            Environment.FailFast($"report {number} behind {latest}");
                        latest = number;
                        reports++;
                    }

                    if ((next & 15) == 0)
                    {
                        using (Bus.Hold(out _))
                            latest += 0;
                    }
                }

                Console.WriteLine("all in order");
                Console.WriteLine($"of the stream {next}");
                Console.WriteLine($"reports {reports}");
            }
        }
        """;
}
