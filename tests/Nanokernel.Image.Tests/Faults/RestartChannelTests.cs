using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Faults;

/// <summary>What becomes of channels when a partition at one side starts anew: nobody hangs, and what is in flight is as declared.</summary>
public class RestartChannelTests
{
    private static SourceSystem Receiving(QueueRestart restart) => new SourceSystem($"restart-receiver-{restart.ToString().ToLowerInvariant()}")
        .Partition("sender", """
            [Partition]
            static partial class SenderOfNumbers
            {
                [Sends("numbers")]
                static partial Sender<int> Numbers { get; }

                [SendsRecords("records")]
                static partial RecordSender Records { get; }

                static void Main()
                {
                    for (var i = 1; i <= 12; i++)
                    {
                        Records.Send([(byte)i]);
                        Numbers.Send(i);
                    }

                    Console.WriteLine($"restarts seen {Numbers.PeerRestarts}");
                }
            }
            """, partition => partition.WithPriority(Priority.High))
        .Partition("receiver", """
            [Partition]
            static unsafe partial class ReceiverOfNumbers
            {
                [Receives("numbers")]
                static partial Receiver<int> Numbers { get; }

                [ReceivesRecords("records")]
                static partial RecordReceiver Records { get; }

                static void Main()
                {
                    var count = 0;
                    Span<byte> record = stackalloc byte[1];
                    while (Numbers.Receive(out var number))
                    {
                        Records.TryReceive(record, out _);
                        Console.WriteLine($"{number} {record[0]}");
                        if (++count == 3)
                            *(int*)16 = 1;
                    }
                }
            }
            """, partition => partition.OnFault(FaultAction.Restart).WithRestartLimit(2, TimeSpan.FromMinutes(1)))
        .With((system, partitions) =>
        {
            system.AddQueue("numbers", 4).OnRestart(restart).From(partitions["sender"]).To(partitions["receiver"]);
            system.AddRecordQueue("records", new ByteSize(128)).OnRestart(restart).From(partitions["sender"]).To(partitions["receiver"]);
        });

    private static readonly SourceSystem Keeping = Receiving(QueueRestart.Keep);
    private static readonly SourceSystem Discarding = Receiving(QueueRestart.Discard);

    [Theory]
    [CompilerModes]
    public async Task A_receiver_that_starts_anew_goes_on_behind_the_last_message_that_it_received(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(Keeping, mode);
        run.ExitedWith(101);
        Assert.Equal(
            Enumerable.Range(1, 9).Select(number => $"[receiver] {number} {number}"),
            run.Debug.Where(line => line.StartsWith("[receiver]", StringComparison.Ordinal)));
    }

    [Theory]
    [CompilerModes]
    public async Task A_receiver_that_starts_anew_has_empty_queues_where_that_is_declared(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(Discarding, mode);

        // Four numbers lay in the queue when it was emptied, and the sender waited to send the eighth; its record had been sent before.
        run.ExitedWith(0).Printed("[sender] restarts seen 1");
        Assert.Equal(
            ["[receiver] 1 1", "[receiver] 2 2", "[receiver] 3 3", "[receiver] 8 9", "[receiver] 9 10", "[receiver] 10 11"],
            run.Debug.Where(line => line.StartsWith("[receiver]", StringComparison.Ordinal)));
    }

    private static readonly SourceSystem Sending = new SourceSystem("restart-sender")
        .Partition("receiver", """
            [Partition]
            static partial class ReceiverOfNumbers
            {
                [Receives("numbers")]
                static partial Receiver<int> Numbers { get; }

                static void Main()
                {
                    while (Numbers.Receive(out var number))
                        Console.WriteLine($"{number}, restarts {Numbers.PeerRestarts}");
                    Console.WriteLine("nobody is left");
                }
            }
            """, partition => partition.WithPriority(Priority.High))
        .Partition("sender", """
            [Partition]
            static unsafe partial class SenderOfNumbers
            {
                [Sends("numbers")]
                static partial Sender<int> Numbers { get; }

                [Persistent("life")]
                static partial PersistentMemory<int> Life { get; }

                static void Main()
                {
                    Life.Value++;
                    Life.Commit();
                    Numbers.Send(Life.Value * 10);
                    var room = Numbers.Reserve(2);
                    room[0] = 99;
                    *(int*)16 = 1;
                }
            }
            """, partition => partition.OnFault(FaultAction.Restart).WithRestartLimit(2, TimeSpan.FromMinutes(1)))
        .Queue("numbers", 4, from: "sender", to: "receiver")
        .With((system, partitions) => system.AddPersistentMemory("life").OwnedBy(partitions["sender"]));

    [Theory]
    [CompilerModes]
    public async Task A_receiver_waits_on_while_its_sender_starts_anew_and_learns_when_it_is_gone_for_good(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(Sending, mode);
        run.ExitedWith(101);
        Assert.Equal(
            ["[receiver] 10, restarts 0", "[receiver] 20, restarts 1", "[receiver] 30, restarts 2", "[receiver] nobody is left"],
            run.Debug.Where(line => line.StartsWith("[receiver]", StringComparison.Ordinal)));
    }

    private static readonly SourceSystem Serving = new SourceSystem("restart-server")
        .Partition("client", [
            """
            [Partition]
            static partial class Client
            {
                [Calls("recipes")]
                static partial RecipesClient Recipes { get; }

                static void Main()
                {
                    for (var i = 1; i <= 5; i++)
                    {
                        var result = Recipes.Load(i);
                        Console.WriteLine($"{i}: {(int)result.Status} {(result.TryGetValue(out var value) ? value : 0)}");
                    }
                }
            }
            """, Contract])
        .Partition("server", [
            """
            [Partition]
            static unsafe partial class Server
            {
                [Serves("recipes")]
                static partial RecipesServer Recipes { get; }

                static void Main()
                {
                    var loading = new Loading();
                    while (Recipes.Serve(loading))
                    {
                    }
                }
            }

            sealed class Loading : IRecipes
            {
                public unsafe int Load(int number)
                {
                    if (number % 2 == 0)
                        *(int*)16 = 1;
                    return number * 10;
                }
            }
            """, Contract], partition => partition.WithPriority(Priority.High).OnFault(FaultAction.Restart).WithRestartLimit(1, TimeSpan.FromMinutes(1)))
        .With((system, partitions) => system.AddCall("recipes").From(partitions["client"]).To(partitions["server"]));

    private const string Contract = """
        [CallContract]
        internal interface IRecipes
        {
            int Load(int number);
        }
        """;

    [Theory]
    [CompilerModes]
    public async Task A_client_learns_that_its_server_started_anew_or_is_gone_and_never_hangs(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(Serving, mode);
        run.ExitedWith(101).Printed("[client] 1: 0 10").Printed("[client] 2: 4 0").Printed("[client] 3: 0 30").Printed("[client] 4: 2 0").Printed("[client] 5: 2 0");
    }
}
