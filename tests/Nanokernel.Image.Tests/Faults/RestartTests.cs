using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Faults;

/// <summary>A partition that faults starts anew: with its data as it was linked, and with its persistent memory.</summary>
public class RestartTests
{
    private static readonly SourceSystem Restarting = new SourceSystem("restarting")
        .Partition("watcher", Watcher, partition => partition.WithPriority(Priority.High))
        .Partition("victim", Victim, partition => partition.OnFault(FaultAction.Restart).WithRestartLimit(3, TimeSpan.FromSeconds(10)))
        .With((system, partitions) =>
        {
            partitions["watcher"].Watches(partitions["victim"]);
            system.AddPersistentMemory("starts").OwnedBy(partitions["victim"]);
        });

    [Fact]
    public void An_edit_of_a_partition_that_can_start_anew_changes_nothing_of_the_kernel()
    {
        static IEnumerable<byte[]> KernelWith(string folder, string statement) => new SourceSystem("restart-edited")
        {
            Folder = Path.Combine(AppContext.BaseDirectory, "systems", folder),
        }.Partition("edited", $$"""
            [Partition]
            static partial class Edited
            {
                static void Main()
                {
                    {{statement}}
                }
            }
            """, partition => partition.OnFault(FaultAction.Restart)).Build(CompilerMode.Release).Kernel.Segments.Select(segment => segment.Data);

        Assert.Equal(KernelWith("before", ""), KernelWith("after", """Console.WriteLine("edited"); Clock.Sleep(TimeSpan.FromSeconds(1));"""));
    }

    [Theory]
    [CompilerModes]
    public async Task A_partition_that_faults_starts_anew_until_its_limit_and_its_watcher_sees_all_of_it(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(Restarting, mode);

        run.ExitedWith(101);
        string[] expected =
        [
            "[victim] start 1, static 5",
            "[watcher] fault 1: 1, action 3, restarts 0",
            "[victim] start 2, static 5",
            "[watcher] fault 2: 1, action 3, restarts 1",
            "[victim] start 3, static 5",
            "[watcher] fault 3: 1, action 3, restarts 2",
            "[victim] start 4, static 5",
            "[watcher] fault 4: 1, action 2, restarts 3",
            "[watcher] state 2, restarts 3",
        ];
        Assert.Equal(expected, run.Debug.Where(line => line.StartsWith('[')));
    }

    private const string Victim = """
        [Partition]
        static unsafe partial class Victim
        {
            [Persistent("starts")]
            static partial PersistentMemory<int> Starts { get; }

            static int s_static = 5;

            static void Main()
            {
                Starts.Value++;
                Starts.Commit();
                Console.WriteLine($"start {Starts.Value}, static {s_static}");
                s_static = 6;
                Clock.Sleep(TimeSpan.FromMilliseconds(1));
                *(int*)16 = s_static;
            }
        }
        """;

    private const string Watcher = """
        [Partition]
        static partial class Watcher
        {
            [Watches("victim")]
            static partial FaultMonitor Victim { get; }

            static void Main()
            {
                for (var i = 0; i < 4; i++)
                {
                    var notice = Victim.Take();
                    Console.WriteLine($"fault {notice.Number}: {(int)notice.Event}, action {(int)notice.Action}, restarts {notice.Restarts}");
                }

                Victim.WaitFor(WatchedState.Stopped, TimeSpan.FromSeconds(1));
                Console.WriteLine($"state {(int)Victim.State}, restarts {Victim.Restarts}");
            }
        }
        """;
}
