using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Faults;

/// <summary>
/// Every event with every action that it can have: what is recorded of it, what its watcher is told, and what becomes of the partition. One
/// image for each action; which event happens, the test says over COM1.
/// </summary>
public class FaultCampaignTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly Dictionary<FaultAction, SourceSystem> Systems = Enum.GetValues<FaultAction>().ToDictionary(action => action, CreateSystem);

    private static readonly Dictionary<FaultEvent, char> Acts = new()
    {
        [FaultEvent.ProcessorException] = 'e',
        [FaultEvent.StackOverflow] = 's',
        [FaultEvent.UnhandledException] = 't',
        [FaultEvent.FailFast] = 'f',
        [FaultEvent.HeapExhausted] = 'h',
        [FaultEvent.InterruptStorm] = 'i',
        [FaultEvent.MissedHeartbeat] = 'm',
        [FaultEvent.BudgetExhausted] = 'b',
        [FaultEvent.IllegalHypercall] = 'c',
    };

    public static TheoryData<FaultEvent, FaultAction> Pairs { get; } =
        [.. from fault in Enum.GetValues<FaultEvent>() from action in Enum.GetValues<FaultAction>() where IsPossible(fault, action) select (fault, action)];

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Each_event_has_the_record_and_the_outcome_that_its_action_says(FaultEvent fault, FaultAction action)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var machine = await Systems[action].StartAsync(CompilerMode.Release, null, cancellation);
        await machine.DebugConsole.WaitForLineAsync("[victim] run 1", Limit, cancellation);
        await machine.Serial(1).WriteAsync(Acts[fault].ToString(), cancellation);
        var code = await machine.WaitForExitAsync(Limit, cancellation);

        var lines = machine.DebugConsole.Lines.Where(line => line.StartsWith('[')).ToList();
        List<string> expected = ["[victim] run 1"];
        if (action is FaultAction.Ignore or FaultAction.Notify)
        {
            if (action == FaultAction.Notify)
                expected.Add($"[watcher] fault 1 of kind {(int)fault}, action {(int)action}, after 0 restarts");
            expected.Add("[victim] goes on");
            expected.Add($"[watcher] state {WatchedStates.Running}, 0 restarts, {(action == FaultAction.Notify ? 1 : 0)} faults");
        }
        else
        {
            expected.Add($"[watcher] fault 1 of kind {(int)fault}, action {(int)action}, after 0 restarts");
            if (action is FaultAction.Restart or FaultAction.RestartCold)
                expected.Add(action == FaultAction.Restart ? "[victim] run 2" : "[victim] run 1");
            if (action == FaultAction.Stop)
                expected.Add($"[watcher] state {WatchedStates.Stopped}, 0 restarts, 1 faults");
            else if (action != FaultAction.Halt)
                expected.Add($"[watcher] state {WatchedStates.Running}, 1 restarts, 1 faults");
        }

        Assert.Equal((action == FaultAction.Halt ? 101 : 0, string.Join('\n', expected)), (code, string.Join('\n', lines)));
        Assert.Equal(
            action > FaultAction.Notify,
            machine.DebugConsole.Lines.Any(line => line.StartsWith("fault: partition 'victim' stopped by ", StringComparison.Ordinal)));
    }

    private static class WatchedStates
    {
        public const int Running = 0;
        public const int Stopped = 2;
    }

    private static bool IsPossible(FaultEvent fault, FaultAction action) => action switch
    {
        FaultAction.Ignore => fault is FaultEvent.BudgetExhausted or FaultEvent.IllegalHypercall,
        FaultAction.Notify => fault is FaultEvent.InterruptStorm or FaultEvent.MissedHeartbeat or FaultEvent.BudgetExhausted or FaultEvent.IllegalHypercall,
        _ => true,
    };

    private static SourceSystem CreateSystem(FaultAction action) => new SourceSystem($"campaign-{action.ToString().ToLowerInvariant()}")
        .Partition("watcher", Watcher, partition => partition.WithPriority(Priority.High).MayEndSystem())
        .Partition("victim", Victim, partition =>
        {
            foreach (var fault in Enum.GetValues<FaultEvent>().Where(fault => IsPossible(fault, action)))
                partition.OnFault(fault, action);
            return partition
                .OwnsDevice(Pc.Com1)
                .OwnsDevice(Pc.Com2)
                .WithConsole(PartitionConsole.Debug)
                .WithInterruptLimit(3, 50, TimeSpan.FromSeconds(1))
                .WithBudget(TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(10))
                .WithHeartbeat(TimeSpan.FromMilliseconds(20));
        })
        .With((system, partitions) =>
        {
            partitions["watcher"].Watches(partitions["victim"]);
            system.AddPersistentMemory("runs").OwnedBy(partitions["victim"]);
            system.AddEvent("acting").PostedBy(partitions["victim"]).AwaitedBy(partitions["watcher"]);
            system.AddEvent("noticed").PostedBy(partitions["watcher"]).AwaitedBy(partitions["victim"]);
        });

    private static string Victim => UartSource.Partition("Victim", """
        [Persistent("runs")]
        static partial PersistentMemory<int> Runs { get; }

        [Posts("acting")]
        static partial EventPoster Acting { get; }

        [Awaits("noticed")]
        static partial EventWaiter Noticed { get; }

        [System.Runtime.RuntimeImport("nk_hypercall_release_lock")]
        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.InternalCall)]
        static extern int ReleaseLock(uint end);

        static object? s_kept;

        static void Main()
        {
            Runs.Value++;
            Runs.Commit();
            Console.WriteLine($"run {Runs.Value}");
            while ((IoPort.ReadByte(Uart.Com1 + 5) & 1) == 0)
                Rest();
            Acting.Post();
            Act(IoPort.ReadByte(Uart.Com1));
            Console.WriteLine("goes on");
            while (true)
                Rest();
        }

        static void Rest()
        {
            Heartbeat.Beat();
            Clock.Sleep(TimeSpan.FromMilliseconds(1));
        }

        static unsafe void Act(byte act)
        {
            switch (act)
            {
                case (byte)'e':
                    *(int*)16 = 1;
                    break;
                case (byte)'s':
                    Recurse(0);
                    break;
                case (byte)'t':
                    throw new InvalidOperationException("as the test wants");
                case (byte)'f':
                    Environment.FailFast("as the test wants");
                    break;
                case (byte)'h':
                    while (true)
                        s_kept = new byte[10_000];
                case (byte)'i':
                    Interrupts.Attach(InterruptLine.Com2, static () => { });
                    for (var i = 0; i < 100; i++)
                        Uart.Raise(Uart.Com2);
                    break;
                case (byte)'m':
                    // Silent for as long as it takes to be noticed once: how many periods a fixed silence covers depends on where in one it begins.
                    Noticed.Wait();
                    break;
                case (byte)'b':
                    for (var start = Clock.Now; Clock.Now - start < TimeSpan.FromMilliseconds(6);)
                        Heartbeat.Beat();
                    break;
                default:
                    ReleaseLock(99);
                    break;
            }
        }

        static int Recurse(int depth) => Recurse(depth + 1) + depth;
        """);

    private const string Watcher = """
        [Partition]
        static partial class Watcher
        {
            [Watches("victim")]
            static partial FaultMonitor Victim { get; }

            [Awaits("acting")]
            static partial EventWaiter Acting { get; }

            [Posts("noticed")]
            static partial EventPoster Noticed { get; }

            static void Main()
            {
                // The act comes when the test says so; what an ignored one does is nothing, so this ends.
                Acting.Wait();
                var told = Victim.TryTake(out var notice, TimeSpan.FromSeconds(2));
                Noticed.Post();
                if (told)
                    Console.WriteLine($"fault {notice.Number} of kind {(int)notice.Event}, action {(int)notice.Action}, after {notice.Restarts} restarts");
                Clock.Sleep(TimeSpan.FromMilliseconds(60));
                Console.WriteLine($"state {(int)Victim.State}, {Victim.Restarts} restarts, {Victim.FaultCount} faults");
                Machine.EndSystem(0);
            }
        }
        """;
}
