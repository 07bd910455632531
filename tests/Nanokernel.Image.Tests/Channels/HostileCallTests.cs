using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Channels;

/// <summary>Calls with a partner that writes whatever it likes into the memory that it shares.</summary>
public class HostileCallTests
{
    [Fact]
    public async Task A_client_that_writes_random_bytes_spoils_no_call_of_another() =>
        (await TestRun.OfAsync(Client, CompilerMode.Release)).ExitedWith(0)
            .Printed("[hostile] wrote 100000 times")
            .Printed("[honest] right: 1000 of 1000")
            .Printed("[server] all clients have ended");

    [Fact]
    public async Task A_server_that_writes_random_bytes_holds_no_client_that_limits_its_time() =>
        (await TestRun.OfAsync(Server, CompilerMode.Release)).ExitedWith(0)
            .Printed("[server] wrote 100000 times")
            .Printed("[honest] came back 300 times");

    private const string Contract = """
        [CallContract]
        internal interface IAdder
        {
            int Add(int left, int right);
            bool IsOdd(long value);
        }
        """;

    // xorshift32 (Marsaglia 2003) decides what is written, and where in the page.
    private static string Writes(string end) => $$"""
            static uint s_state = 0x2545F491;

            static uint Random()
            {
                s_state ^= s_state << 13;
                s_state ^= s_state >> 17;
                return s_state ^= s_state << 5;
            }

            static void Write()
            {
                var memory = (byte*)((uint*)NanokernelEnds.{{end}}())[0];
                var place = Random();

                // Every other time within the header and the message.
                memory[(place & 1) == 0 ? (place >> 8) & 4095 : (place >> 8) % 160] = (byte)Random();
            }
        """;

    private static string Honest(int calls, string timeout, string text) => $$"""
        [Partition]
        static partial class Honest
        {
            [Calls("adder")]
            static partial AdderClient Adder { get; }

            static void Main()
            {
                var right = 0;
                var back = 0;
                for (var i = 0; i < {{calls}}; i++)
                {
                    var sum = Adder.Add(i, 7{{timeout}});
                    var odd = Adder.IsOdd(i{{timeout}});
                    right += sum.TryGetValue(out var value) && value == i + 7 && odd.TryGetValue(out var isOdd) && isOdd == ((i & 1) != 0) ? 1 : 0;
                    back++;
                    Clock.Sleep(TimeSpan.FromMicroseconds(5));
                }

                Console.WriteLine($"{{text}}");
            }
        }
        """;

    private static readonly SourceSystem Client = new SourceSystem("hostile-client")
        .Partition(
            "honest",
            [Contract, Honest(1_000, "", "right: {right} of 1000")],
            partition => partition.WithPriority(new Priority(30)))
        .Partition(
            "hostile",
            [
                Contract,
                $$"""
                [Partition]
                static unsafe partial class Hostile
                {
                    [Calls("adder")]
                    static partial AdderClient Adder { get; }

                {{Writes("Adder")}}

                    static void Main()
                    {
                        for (var i = 0; i < 100_000; i++)
                        {
                            Write();

                            // A call now and then wakes the server, to find what was written.
                            if (i % 16 == 0)
                                Adder.Add(i, i, TimeSpan.Zero);
                        }

                        Console.WriteLine("wrote 100000 times");
                    }
                }
                """,
            ],
            partition => partition.WithPriority(new Priority(20)))
        .Partition(
            "server",
            [
                Contract,
                """
                [Partition]
                static partial class Server
                {
                    [Serves("adder")]
                    static partial AdderServer Adder { get; }

                    static void Main()
                    {
                        var calculator = new Calculator();
                        while (Adder.Serve(calculator))
                        {
                        }

                        Console.WriteLine("all clients have ended");
                    }
                }

                sealed class Calculator : IAdder
                {
                    public int Add(int left, int right) => left + right;
                    public bool IsOdd(long value) => (value & 1) != 0;
                }
                """,
            ],
            partition => partition.WithPriority(new Priority(40)))
        .With((system, partitions) => system.AddCall("adder").From(partitions["honest"]).From(partitions["hostile"]).To(partitions["server"]));

    private static readonly SourceSystem Server = new SourceSystem("hostile-server")
        .Partition(
            "honest",
            [Contract, Honest(300, ", TimeSpan.FromMicroseconds(20)", "came back {back} times")],
            partition => partition.WithPriority(new Priority(30)))
        .Partition(
            "server",
            [
                Contract,
                $$"""
                [Partition]
                static unsafe partial class Server
                {
                    [Serves("adder")]
                    static partial AdderServer Adder { get; }

                {{Writes("Adder")}}

                    static void Main()
                    {
                        for (var i = 0; i < 100_000; i++)
                            Write();
                        Console.WriteLine("wrote 100000 times");
                    }
                }
                """,
            ],
            partition => partition.WithPriority(new Priority(20)))
        .With((system, partitions) => system.AddCall("adder").From(partitions["honest"]).To(partitions["server"]));
}
