using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Model;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Channels;

/// <summary>What becomes of messages for a full queue, and what is sent and received in one go or in place.</summary>
public class QueueOverflowTests
{
    [Theory]
    [InlineData(QueueOverflow.Reject, "[source] sent 8 of 20, lost 12", "[sink] 0 1 2 3 4 5 6 7, lost 0")]
    [InlineData(QueueOverflow.OverwriteOldest, "[source] sent 20 of 20, lost 0", "[sink] 12 13 14 15 16 17 18 19, lost 12")]
    public async Task A_full_queue_does_what_was_declared(QueueOverflow overflow, string source, string sink) =>
        (await TestRun.OfAsync(Systems[overflow], CompilerMode.Release)).ExitedWith(0).Printed(source).Printed(sink);

    [Theory]
    [CompilerModes]
    public async Task Batches_and_messages_in_place_arrive_as_single_ones_do(CompilerMode mode) =>
        (await TestRun.OfAsync(InPlace, mode)).ExitedWith(0).Printed("[sink] 3000 in order");

    [Fact]
    public async Task A_sender_waits_for_room_no_longer_than_it_says() =>
        (await TestRun.OfAsync(Late, CompilerMode.Release)).ExitedWith(0).Printed("[source] first False, then True");

    private static readonly Dictionary<QueueOverflow, SourceSystem> Systems = new[] { QueueOverflow.Reject, QueueOverflow.OverwriteOldest }.ToDictionary(
        overflow => overflow,
        overflow => new SourceSystem("overflow-" + overflow.ToString().ToLowerInvariant())
            .Partition(
                "source",
                """
                [Partition]
                static partial class Source
                {
                    [Sends("numbers")]
                    static partial Sender<int> Numbers { get; }

                    static void Main()
                    {
                        var sent = 0;
                        for (var i = 0; i < 20; i++)
                            sent += Numbers.Send(i) ? 1 : 0;
                        Console.WriteLine($"sent {sent} of 20, lost {Numbers.Lost}");
                    }
                }
                """,
                partition => partition.WithPriority(Priority.High))
            .Partition(
                "sink",
                """
                [Partition]
                static partial class Sink
                {
                    [Receives("numbers")]
                    static partial Receiver<int> Numbers { get; }

                    static void Main()
                    {
                        var text = "";
                        while (Numbers.Receive(out var number))
                            text += text.Length == 0 ? number.ToString() : " " + number.ToString();
                        Console.WriteLine($"{text}, lost {Numbers.Lost}");
                    }
                }
                """)
            .With((system, partitions) => system.AddQueue("numbers", 8).OnOverflow(overflow).From(partitions["source"]).To(partitions["sink"])));

    private static readonly SourceSystem InPlace = new SourceSystem("in-place")
        .Partition(
            "source",
            """
            [Partition]
            static partial class Source
            {
                [Sends("numbers")]
                static partial Sender<Triple> Numbers { get; }

                static void Main()
                {
                    var next = 0;
                    Span<Triple> batch = stackalloc Triple[5];
                    while (next < 3000)
                    {
                        // By turns: one, several copied, several in place.
                        if (next % 3 == 0)
                        {
                            Numbers.Send(new Triple(next++));
                            continue;
                        }

                        var wanted = 3000 - next < 5 ? 3000 - next : 5;
                        if (next % 3 == 1)
                        {
                            for (var i = 0; i < wanted; i++)
                                batch[i] = new Triple(next + i);
                            next += Numbers.TrySend(batch[..wanted]);
                        }
                        else
                        {
                            var room = Numbers.Reserve(wanted);
                            for (var i = 0; i < room.Length; i++)
                                room[i] = new Triple(next++);
                            Numbers.Commit(room.Length);
                        }

                        Processor.Yield();
                    }
                }
            }

            public struct Triple(int number)
            {
                public int Number = number;
                public ushort Twice = (ushort)(number * 2);
                public byte Low = (byte)number;
            }
            """)
        .Partition(
            "sink",
            """
            [Partition]
            static partial class Sink
            {
                [Receives("numbers")]
                static partial Receiver<Triple> Numbers { get; }

                static void Main()
                {
                    var next = 0;
                    Span<Triple> batch = stackalloc Triple[4];
                    for (var round = 0; Numbers.Receive(out var first); round++)
                    {
                        Check(first, next++);
                        if (round % 2 == 0)
                        {
                            var count = Numbers.TryReceive(batch);
                            for (var i = 0; i < count; i++)
                                Check(batch[i], next++);
                        }
                        else
                        {
                            var seen = Numbers.Peek(3);
                            foreach (var triple in seen)
                                Check(triple, next++);
                            Numbers.Release(seen.Length);
                        }
                    }

                    Console.WriteLine($"{next} in order");
                }

                static void Check(in Triple triple, int number)
                {
                    if (triple.Number != number || triple.Twice != (ushort)(number * 2) || triple.Low != (byte)number)
                        Environment.FailFast($"{triple.Number} instead of {number}");
                }
            }

            public struct Triple(int number)
            {
                public int Number = number;
                public ushort Twice = (ushort)(number * 2);
                public byte Low = (byte)number;
            }
            """)
        .Queue("numbers", 7, from: "source", to: "sink");

    private static readonly SourceSystem Late = new SourceSystem("late-room")
        .Partition(
            "source",
            """
            [Partition]
            static partial class Source
            {
                [Sends("numbers")]
                static partial Sender<int> Numbers { get; }

                static void Main()
                {
                    Numbers.Send(1);
                    var first = Numbers.TrySend(2, TimeSpan.FromMilliseconds(1));
                    var then = Numbers.TrySend(2, TimeSpan.FromMilliseconds(10));
                    Console.WriteLine($"first {first}, then {then}");
                }
            }
            """,
            partition => partition.WithPriority(Priority.High))
        .Partition(
            "sink",
            """
            [Partition]
            static partial class Sink
            {
                [Receives("numbers")]
                static partial Receiver<int> Numbers { get; }

                static void Main()
                {
                    Clock.Sleep(TimeSpan.FromMilliseconds(5));
                    while (Numbers.Receive(out _))
                    {
                    }
                }
            }
            """)
        .Queue("numbers", 1, from: "source", to: "sink");
}
