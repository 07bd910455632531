using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Faults;

/// <summary>What a watcher can do with the partitions that it watches, and with no others; and that it may die itself.</summary>
public class WatcherTests
{
    private const string Counting = """
        [Partition]
        static partial class Counting
        {
            [Persistent("starts")]
            static partial PersistentMemory<int> Starts { get; }

            static int s_static = 7;

            static void Main()
            {
                Starts.Value++;
                Starts.Commit();
                Console.WriteLine($"start {Starts.Value}, static {s_static++}");
                while (true)
                    Clock.Sleep(TimeSpan.FromSeconds(1));
            }
        }
        """;

    private static readonly SourceSystem Commanding = new SourceSystem("watcher-commands")
        .Partition("watcher", """
            [Partition]
            static partial class Watcher
            {
                [Watches("counting")]
                static partial FaultMonitor Counting { get; }

                static void Main()
                {
                    Clock.Sleep(TimeSpan.FromMilliseconds(5));
                    Counting.Restart();
                    Clock.Sleep(TimeSpan.FromMilliseconds(5));
                    Counting.Stop();
                    Counting.WaitFor(WatchedState.Stopped, TimeSpan.FromSeconds(1));
                    Console.WriteLine($"stopped, {Counting.Restarts} restarts");
                    Counting.Stop();
                    Clock.Sleep(TimeSpan.FromMilliseconds(5));
                    Counting.Restart();
                    Counting.WaitFor(WatchedState.Running, TimeSpan.FromSeconds(1));
                    Clock.Sleep(TimeSpan.FromMilliseconds(5));
                    Counting.RestartCold();
                    Clock.Sleep(TimeSpan.FromMilliseconds(5));

                    // Stopped and, while that is being recorded, told to start anew.
                    Counting.Stop();
                    Counting.Restart();
                    Clock.Sleep(TimeSpan.FromMilliseconds(5));
                    while (Counting.TryTake(out var notice))
                        Console.WriteLine($"{notice.Number}: {(int)notice.Event}, {(int)notice.Action}, {notice.IsComplete}, console '{notice.ConsoleTail[..7]}'");
                    Console.WriteLine($"{Counting.FaultCount} faults, {Counting.Restarts} restarts, state {(int)Counting.State}");
                    Machine.EndSystem(0);
                }
            }
            """, partition => partition.WithPriority(Priority.High).MayEndSystem())
        .Partition("counting", Counting)
        .With((system, partitions) =>
        {
            partitions["watcher"].Watches(partitions["counting"]);
            system.AddPersistentMemory("starts").OwnedBy(partitions["counting"]);
        });

    [Theory]
    [BackEnds]
    public async Task It_stops_the_partition_and_starts_it_anew_warm_and_cold_in_whatever_state_it_is(CompilerMode mode, BackEnd backEnd)
    {
        var run = await TestRun.OfAsync(Commanding.On(backEnd), mode);

        run.ExitedWith(0);
        string[] expected =
        [
            "[counting] start 1, static 7",
            "[counting] start 2, static 7",
            "[watcher] stopped, 1 restarts",
            "[counting] start 3, static 7",
            "[counting] start 1, static 7",
            "[counting] start 2, static 7",
            "[watcher] 1: 10, 3, True, console 'start 1'",
            "[watcher] 2: 10, 2, True, console 'start 2'",
            "[watcher] 3: 10, 4, True, console 'start 3'",
            "[watcher] 4: 10, 2, True, console 'start 1'",
            "[watcher] 4 faults, 4 restarts, state 0",
        ];
        Assert.Equal(expected, run.Debug.Where(line => line.StartsWith('[')));
    }

    private static readonly SourceSystem Mortal = new SourceSystem("watcher-mortal")
        .Partition("watcher", """
            [Partition]
            static unsafe partial class Watcher
            {
                [Watches("victim")]
                static partial FaultMonitor Victim { get; }

                [Persistent("lives")]
                static partial PersistentMemory<int> Lives { get; }

                static void Main()
                {
                    Lives.Value++;
                    Lives.Commit();
                    var notice = Victim.Take();
                    while (!notice.IsComplete)
                        Processor.Wait();
                    Console.WriteLine($"life {Lives.Value}: fault {notice.Number}, {notice.Message}, in {notice.GetCaller(1)}");
                    if (Lives.Value < 3)
                        *(byte*)&((Nanokernel.Abi.FaultRecord*)Unsafe.AsPointer(ref Unsafe.AsRef(in notice.Record)))->Text = 0;
                }
            }
            """, partition => partition.WithPriority(Priority.High).OnFault(FaultAction.Restart))
        .Partition("victim", """
            [Partition]
            static partial class Victim
            {
                static void Main() => throw new InvalidOperationException("the end");
            }
            """)
        .With((system, partitions) =>
        {
            partitions["watcher"].Watches(partitions["victim"]);
            system.AddPersistentMemory("lives").OwnedBy(partitions["watcher"]);
        });

    [Theory]
    [CompilerModes]
    public async Task It_cannot_write_a_record_dies_of_trying_and_finds_the_record_again(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(Mortal, mode);

        run.ExitedWith(101);
        for (var life = 1; life <= 3; life++)
            run.Printed($"[watcher] life {life}: fault 1, System.InvalidOperationException: the end, in Victim.Main");
        run.Printed("partition 'watcher' stopped by #PF (page fault): write to 0xB0", "memory of a channel that it may only read");
    }

    private static readonly SourceSystem Foreign = new SourceSystem("watcher-foreign")
        .Partition("hostile", """
            [Partition]
            static partial class Hostile
            {
                [Watches("watched")]
                static partial FaultMonitor Watched { get; }

                [Sends("numbers")]
                static partial Sender<int> Numbers { get; }

                [System.Runtime.RuntimeImport("nk_hypercall_command_partition")]
                [MethodImpl(MethodImplOptions.InternalCall)]
                static extern int Command(uint end, uint command);

                static void Main()
                {
                    var refused = 0;
                    for (var end = 0u; end < 100; end++)
                    {
                        for (var command = 0u; command < 8; command++)
                        {
                            if (end != 1 || command is 0 or > 3)
                                refused += Command(end, command) < 0 ? 1 : 0;
                        }
                    }

                    refused += Command(uint.MaxValue, 1) < 0 ? 1 : 0;
                    refused += Command(1, uint.MaxValue) < 0 ? 1 : 0;
                    Console.WriteLine($"refused {refused}");
                    Clock.Sleep(TimeSpan.FromMilliseconds(10));
                    Machine.EndSystem(0);
                }
            }
            """, partition => partition.MayEndSystem())
        .Partition("other", """
            [Partition]
            static partial class Other
            {
                [Receives("numbers")]
                static partial Receiver<int> Numbers { get; }

                static void Main()
                {
                    Console.WriteLine("other starts");
                    Numbers.Receive(out _);
                }
            }
            """)
        .Partition("watched", """
            [Partition]
            static partial class Watched
            {
                static void Main()
                {
                    Console.WriteLine("watched starts");
                    Clock.Sleep(TimeSpan.FromSeconds(1));
                }
            }
            """)
        .Queue("numbers", 4, from: "hostile", to: "other")
        .With((_, partitions) => partitions["hostile"].Watches(partitions["watched"]));

    [Fact]
    public async Task It_reaches_no_partition_that_it_does_not_watch()
    {
        var run = await TestRun.OfAsync(Foreign, CompilerMode.Release);

        run.ExitedWith(0).Printed("[hostile] refused 799");
        Assert.Single(run.Debug, line => line.Contains("other starts", StringComparison.Ordinal));
        Assert.Single(run.Debug, line => line.Contains("watched starts", StringComparison.Ordinal));
    }
}
