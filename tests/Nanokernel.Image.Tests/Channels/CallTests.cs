using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Channels;

/// <summary>Calls between partitions.</summary>
public class CallTests
{
    [Theory]
    [CompilerModes]
    public async Task Clients_of_different_priorities_get_the_answers_to_their_own_calls(CompilerMode mode) =>
        (await TestRun.OfAsync(Several, mode)).ExitedWith(0)
            .Printed("[low] right: 300 of 300")
            .Printed("[middle] right: 300 of 300")
            .Printed("[high] right: 300 of 300")
            .Printed("[server] served 1800 calls, all clients have ended");

    [Theory]
    [CompilerModes]
    public async Task A_call_that_takes_too_long_ends_and_its_late_answer_is_dropped(CompilerMode mode) =>
        (await TestRun.OfAsync(Late, mode)).ExitedWith(0)
            .Printed("[client] slow: TimedOut")
            .Printed("[client] next: Completed 42")
            .Printed("[client] withdrawn: TimedOut")
            .Printed("[client] begun: 2")
            .Printed("[client] after the server's end: ServerGone")
            .Printed("[client] once more: ServerGone");

    [Theory]
    [CompilerModes]
    public async Task A_call_whose_server_dies_comes_back(CompilerMode mode) =>
        (await TestRun.OfAsync(Dying, mode))
            .Printed("[low-client] Completed, then ServerGone")
            .Printed("[high-client] Completed, then ServerGone");

    [Theory]
    [CompilerModes]
    public async Task Every_kind_of_argument_and_result_comes_over(CompilerMode mode) =>
        (await TestRun.OfAsync(Kinds, mode)).ExitedWith(0)
            .Printed("[client] sum: 600000000007")
            .Printed("[client] not: False True")
            .Printed("[client] mixed: 12 3.5 -1 200")
            .Printed("[client] keyword: 5")
            .Printed("[client] cleared: 0 Completed 1");

    private const string Adder = """
        [CallContract]
        internal interface IAdder
        {
            int Add(int left, int right);
            long Square(int value);
        }
        """;

    private static string AddingClient(int seed) => $$"""
        [Partition]
        static partial class Client
        {
            [Calls("adder")]
            static partial AdderClient Adder { get; }

            static void Main()
            {
                var right = 0;
                for (var i = 0; i < 300; i++)
                {
                    var sum = Adder.Add(i, {{seed}});
                    var square = Adder.Square(i + {{seed}});
                    if (sum.IsCompleted && sum.Value == i + {{seed}} && square.TryGetValue(out var value) && value == (long)(i + {{seed}}) * (i + {{seed}}))
                        right++;
                    if (i % 5 == {{seed}} % 5)
                        Clock.Sleep(TimeSpan.FromMicroseconds(10 + {{seed}}));
                }

                Console.WriteLine($"right: {right} of 300");
            }
        }
        """;

    private static readonly SourceSystem Several = new SourceSystem("calls-of-several")
        .Partition("low", [Adder, AddingClient(1)], partition => partition.WithPriority(new Priority(10)))
        .Partition("middle", [Adder, AddingClient(20)], partition => partition.WithPriority(new Priority(30)))
        .Partition("high", [Adder, AddingClient(300)], partition => partition.WithPriority(new Priority(50)))
        .Partition(
            "server",
            [
                Adder,
                """
                [Partition]
                static partial class Server
                {
                    [Serves("adder")]
                    static partial AdderServer Adder { get; }

                    static void Main()
                    {
                        var calculator = new Calculator();
                        var count = 0;
                        while (Adder.Serve(calculator))
                            count++;
                        Console.WriteLine($"served {count} calls, all clients have ended");
                    }
                }

                sealed class Calculator : IAdder
                {
                    public int Add(int left, int right) => left + right;
                    public long Square(int value) => (long)value * value;
                }
                """,
            ],
            partition => partition.WithPriority(new Priority(40)))
        .With((system, partitions) => system.AddCall("adder")
            .From(partitions["low"]).From(partitions["middle"]).From(partitions["high"]).To(partitions["server"]));

    private const string Worker = """
        [CallContract]
        internal interface IWorker
        {
            int Work(int milliseconds, int answer);
            int CountOfBegun();
            void End();
        }
        """;

    // The server sleeps in its calls, so that its client runs meanwhile.
    private static readonly SourceSystem Late = new SourceSystem("late-calls")
        .Partition(
            "client",
            [
                Worker,
                """
                [Partition]
                static partial class Client
                {
                    [Calls("worker")]
                    static partial WorkerClient Worker { get; }

                    static void Main()
                    {
                        Console.WriteLine($"slow: {Name(Worker.Work(5, 41, TimeSpan.FromMilliseconds(1)).Status)}");

                        // Asked for while the server still works for the call before; the answer to that comes first, and is not ours.
                        var next = Worker.Work(0, 42, TimeSpan.FromMilliseconds(20));
                        Console.WriteLine($"next: {Name(next.Status)} {next.Value}");

                        // The server is busy with a call that we have given up, and never begins the one after.
                        Worker.Work(5, 0, TimeSpan.FromMilliseconds(1));
                        Console.WriteLine($"withdrawn: {Name(Worker.Work(1000, 43, TimeSpan.FromMilliseconds(1)).Status)}");
                        Clock.Sleep(TimeSpan.FromMilliseconds(10));
                        Console.WriteLine($"begun: {Worker.CountOfBegun().Value - 1}");

                        Worker.End();
                        Console.WriteLine($"after the server's end: {Name(Worker.CountOfBegun().Status)}");
                        Console.WriteLine($"once more: {Name(Worker.Work(0, 0, TimeSpan.FromMilliseconds(1)).Status)}");
                    }

                    static string Name(CallStatus status) => status switch
                    {
                        CallStatus.Completed => "Completed",
                        CallStatus.TimedOut => "TimedOut",
                        CallStatus.ServerGone => "ServerGone",
                        _ => "Refused",
                    };
                }
                """,
            ])
        .Partition(
            "server",
            [
                Worker,
                """
                [Partition]
                static partial class Server
                {
                    [Serves("worker")]
                    static partial WorkerServer Worker { get; }

                    static void Main()
                    {
                        var work = new Work();
                        while (!work.IsOver && Worker.Serve(work))
                        {
                        }
                    }
                }

                sealed class Work : IWorker
                {
                    int _begun;

                    public bool IsOver { get; private set; }

                    int IWorker.Work(int milliseconds, int answer)
                    {
                        _begun++;
                        Clock.Sleep(TimeSpan.FromMilliseconds(milliseconds));
                        return answer;
                    }

                    public int CountOfBegun() => _begun;
                    public void End() => IsOver = true;
                }
                """,
            ],
            partition => partition.WithPriority(Priority.High))
        .With((system, partitions) => system.AddCall("worker").From(partitions["client"]).To(partitions["server"]));

    private const string Victim = """
        [CallContract]
        internal interface IVictim
        {
            int Live();
            void Die();
        }
        """;

    // Without the pause, the server would never come to serve the client of lower priority.
    private const string LiveUntilTheEnd = """
        CallStatus second;
                do
                {
                    Clock.Sleep(TimeSpan.FromMicroseconds(30));
                    second = Victim.Live().Status;
                }
                while (second == CallStatus.Completed);
        """;

    private static string Mourner(bool kills) => $$"""
        [Partition]
        static partial class Client
        {
            [Calls("victim")]
            static partial VictimClient Victim { get; }

            static void Main()
            {
                var first = Victim.Live().Status;
                Clock.Sleep(TimeSpan.FromMilliseconds(1));
                {{(kills ? "var second = Victim.Die();" : LiveUntilTheEnd)}}
                Console.WriteLine($"{(first == CallStatus.Completed ? "Completed" : "?")}, then {(second == CallStatus.ServerGone ? "ServerGone" : "?")}");
            }
        }
        """;

    private static readonly SourceSystem Dying = new SourceSystem("dying-server")
        .Partition("low-client", [Victim, Mourner(kills: true)], partition => partition.WithPriority(new Priority(10)))
        .Partition("high-client", [Victim, Mourner(kills: false)], partition => partition.WithPriority(new Priority(50)))
        .Partition(
            "server",
            [
                Victim,
                """
                [Partition]
                static unsafe partial class Server
                {
                    [Serves("victim")]
                    static partial VictimServer Victim { get; }

                    static void Main()
                    {
                        var life = new Life();
                        while (Victim.Serve(life))
                        {
                        }
                    }

                    sealed class Life : IVictim
                    {
                        public int Live()
                        {
                            Clock.Sleep(TimeSpan.FromMicroseconds(50));
                            return 1;
                        }

                        public void Die() => *(int*)0xC0400000 = 1;
                    }
                }
                """,
            ],
            partition => partition.WithPriority(new Priority(30)))
        .With((system, partitions) => system.AddCall("victim")
            .From(partitions["low-client"]).From(partitions["high-client"]).To(partitions["server"]));

    private const string Everything = """
        internal struct Mixed
        {
            public byte Small;
            public double Real;
            public long Large;
            public uint Last;
        }

        internal enum Colour : byte { Red, Green = 200 }

        [CallContract]
        internal interface IEverything
        {
            long Sum(int a, long b, uint c);
            bool Not(bool value);
            Mixed Mix(in Mixed mixed, Colour colour);
            int Keyword(int @event, int timeout);
            void Set(int count);
            void Clear();
            int Count();
        }
        """;

    private static readonly SourceSystem Kinds = new SourceSystem("kinds-of-arguments")
        .Partition(
            "client",
            [
                Everything,
                """
                [Partition]
                static partial class Client
                {
                    [Calls("everything")]
                    static partial EverythingClient Everything { get; }

                    static void Main()
                    {
                        Console.WriteLine($"sum: {Everything.Sum(3, 600_000_000_000, 4).Value}");
                        Console.WriteLine($"not: {Everything.Not(true).Value} {Everything.Not(false).Value}");
                        var mixed = Everything.Mix(new Mixed { Small = 12, Real = 3, Large = -2, Last = 7 }, Colour.Green).Value;
                        Console.WriteLine($"mixed: {mixed.Small} {mixed.Real} {mixed.Large} {mixed.Last}");
                        Console.WriteLine($"keyword: {Everything.Keyword(2, 3, TimeSpan.FromSeconds(1)).Value}");
                        Everything.Set(9);
                        var set = Everything.Count().Value == 9;
                        var status = Everything.Clear();
                        Console.WriteLine($"cleared: {(int)status} {(status == CallStatus.Completed ? "Completed" : "?")} {(set && Everything.Count().Value == 0 ? 1 : 0)}");
                    }
                }
                """,
            ])
        .Partition(
            "server",
            [
                Everything,
                """
                [Partition]
                static partial class Server
                {
                    [Serves("everything")]
                    static partial EverythingServer Everything { get; }

                    static void Main()
                    {
                        var implementation = new Implementation();
                        while (Everything.Serve(implementation))
                        {
                        }
                    }
                }

                sealed class Implementation : IEverything
                {
                    int _count;

                    public long Sum(int a, long b, uint c) => a + b + c;
                    public bool Not(bool value) => !value;
                    public Mixed Mix(in Mixed mixed, Colour colour) =>
                        new Mixed { Small = mixed.Small, Real = mixed.Real + 0.5, Large = mixed.Large + 1, Last = (uint)colour };
                    public int Keyword(int @event, int timeout) => @event + timeout;
                    public void Set(int count) => _count = count;
                    public void Clear() => _count = 0;
                    public int Count() => _count;
                }
                """,
            ])
        .With((system, partitions) => system.AddCall("everything").From(partitions["client"]).To(partitions["server"]));
}
