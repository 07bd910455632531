using Nanokernel.Testing;

namespace Nanokernel.Measurements;

/// <summary>What a call in another partition costs, in instructions.</summary>
public static class CallPaths
{
    private const int Rounds = 200;

    public static async Task<IReadOnlyList<Metric>> MeasureAsync()
    {
        var up = await Guest.RunAsync(CallOf("up", Priority.High));
        var down = await Guest.RunAsync(CallOf("down", Priority.Background));
        return
        [
            Metric.Instructions("call_round_trip_instructions", Guest.Median(up["call"])),
            Metric.Instructions("call_round_trip_max_instructions", up["call"].Max()),
            Metric.Instructions("call_round_trip_timed_instructions", Guest.Median(up["timed"])),
            Metric.Instructions("call_round_trip_to_lower_priority_instructions", Guest.Median(down["call"])),
        ];
    }

    private const string Contract = """
        [CallContract]
        internal interface ISquares
        {
            int Square(int value);
        }
        """;

    // From before the call to its result, in the address space of the client: there, the work, and back. What the readings of the counter cost
    // is taken off.
    private static SourceSystem CallOf(string name, Priority server) => new SourceSystem($"bench-call-{name}")
        .Partition(
            "server",
            [
                Contract,
                """
                [Partition]
                static partial class Server
                {
                    [Serves("squares")]
                    static partial SquaresServer Squares { get; }

                    static void Main()
                    {
                        var squares = new Calculator();
                        while (Squares.Serve(squares))
                        {
                        }
                    }
                }

                sealed class Calculator : ISquares
                {
                    public int Square(int value) => value * value;
                }
                """,
            ],
            partition => partition.WithPriority(server))
        .Partition(
            "client",
            [
                Contract,
                $$"""
                [Partition]
                static partial class Client
                {
                    [Calls("squares")]
                    static partial SquaresClient Squares { get; }

                    static void Main()
                    {
                        for (var i = 0; i < {{Rounds}}; i++)
                        {
                            var before = (uint)Clock.Timestamp;
                            var between = (uint)Clock.Timestamp;
                            var square = Squares.Square(i);
                            var after = (uint)Clock.Timestamp;
                            if (square.IsCompleted && square.Value == i * i)
                                Console.WriteLine($"call: {(after - between) - (between - before)}");

                            before = (uint)Clock.Timestamp;
                            between = (uint)Clock.Timestamp;
                            square = Squares.Square(i, TimeSpan.FromMilliseconds(1));
                            after = (uint)Clock.Timestamp;
                            if (square.IsCompleted && square.Value == i * i)
                                Console.WriteLine($"timed: {(after - between) - (between - before)}");
                        }
                    }
                }
                """,
            ])
        .With((system, partitions) => system.AddCall("squares").From(partitions["client"]).To(partitions["server"]));
}
