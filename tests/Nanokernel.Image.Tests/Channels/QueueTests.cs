using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Channels;

/// <summary>Queues between partitions.</summary>
public class QueueTests
{
    private const string Producer = """
        [Partition]
        static partial class Producer
        {
            [Sends("numbers")]
            static partial Sender<Number> Numbers { get; }

            static void Main()
            {
                for (var i = 0u; i < 1000; i++)
                    Numbers.Send(new Number { Index = i, Square = (ulong)i * i });
                Console.WriteLine("sent all");
            }
        }

        public struct Number
        {
            public uint Index;
            public ulong Square;
        }
        """;

    private const string Consumer = """
        [Partition]
        static partial class Consumer
        {
            [Receives("numbers")]
            static partial Receiver<Number> Numbers { get; }

            static void Main()
            {
                for (var i = 0u; i < 1000; i++)
                {
                    if (!Numbers.Receive(out var number) || number.Index != i || number.Square != (ulong)i * i)
                        Environment.FailFast("out of order");
                }

                Console.WriteLine("received all in order");
            }
        }

        public struct Number
        {
            public uint Index;
            public ulong Square;
        }
        """;

    private static readonly SourceSystem UrgentReceiver = Stream("urgent-receiver", producer: 10, consumer: 20, capacity: 8);

    private static readonly SourceSystem UrgentSender = Stream("urgent-sender", producer: 20, consumer: 10, capacity: 8);

    private static readonly SourceSystem OneSlot = Stream("one-slot", producer: 10, consumer: 10, capacity: 1);

    [Theory]
    [CompilerModes]
    public async Task Messages_arrive_whole_and_in_order_whoever_is_more_urgent(CompilerMode mode)
    {
        foreach (var system in (SourceSystem[])[UrgentReceiver, UrgentSender, OneSlot])
            (await TestRun.OfAsync(system, mode)).ExitedWith(0).Printed("sent all").Printed("received all in order");
    }

    [Theory]
    [CompilerModes]
    public async Task A_queue_takes_exactly_its_capacity_and_tells_when_it_is_full_or_empty(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(Bounds, mode);
        run.ExitedWith(0)
            .Printed("[sender] taken taken taken taken taken full")
            .Printed("[receiver] 01234, then empty");
    }

    private static readonly SourceSystem Bounds = new SourceSystem("queue-bounds")
        .Partition(
            "sender",
            """
            [Partition]
            static partial class Source
            {
                [Sends("five")]
                static partial Sender<int> Five { get; }

                static void Main()
                {
                    for (var i = 0; i < 6; i++)
                        Console.Write(Five.TrySend(i) ? "taken " : "full ");
                    Console.WriteLine("");
                }
            }
            """,
            partition => partition.WithPriority(new Priority(20)))
        .Partition(
            "receiver",
            """
            [Partition]
            static partial class Sink
            {
                [Receives("five")]
                static partial Receiver<int> Five { get; }

                static void Main()
                {
                    for (var i = 0; i < 5; i++)
                    {
                        if (Five.TryReceive(out var value))
                            Console.Write($"{value}");
                    }

                    Console.WriteLine(Five.TryReceive(out _) ? ", then more" : ", then empty");
                }
            }
            """,
            partition => partition.WithPriority(new Priority(10)))
        .Queue("five", 5, from: "sender", to: "receiver");

    [Theory]
    [CompilerModes]
    public async Task A_receive_with_a_time_limit_gives_up_on_time(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(Limited, mode);
        run.ExitedWith(0).Printed("first is late").Printed("second came: 7");
        Assert.InRange(run.Number("waited"), 2_000, 2_010);
    }

    private static readonly SourceSystem Limited = new SourceSystem("receive-limit")
        .Partition(
            "sender",
            """
            [Partition]
            static partial class Source
            {
                [Sends("late")]
                static partial Sender<int> Late { get; }

                static void Main()
                {
                    Clock.Sleep(TimeSpan.FromMilliseconds(3));
                    Late.Send(7);
                }
            }
            """)
        .Partition(
            "receiver",
            """
            [Partition]
            static partial class Sink
            {
                [Receives("late")]
                static partial Receiver<int> Late { get; }

                static void Main()
                {
                    var start = Clock.Now;
                    var first = Late.TryReceive(out _, TimeSpan.FromMilliseconds(2));
                    Console.WriteLine($"waited {(int)((Clock.Now - start).Ticks / 10)}");
                    Console.WriteLine(first ? "first came" : "first is late");
                    var second = Late.TryReceive(out var value, TimeSpan.FromMilliseconds(2));
                    if (second)
                        Console.WriteLine($"second came: {value}");
                }
            }
            """)
        .Queue("late", 1, from: "sender", to: "receiver");

    [Theory]
    [CompilerModes]
    public async Task Question_and_answer_go_a_thousand_times_without_a_lost_wake_up(CompilerMode mode) =>
        (await TestRun.OfAsync(PingPong, mode)).ExitedWith(0).Printed("[asker] 1000 answers");

    private static readonly SourceSystem PingPong = new SourceSystem("ping-pong")
        .Partition(
            "asker",
            """
            [Partition]
            static partial class Asker
            {
                [Sends("questions")]
                static partial Sender<int> Questions { get; }

                [Receives("answers")]
                static partial Receiver<int> Answers { get; }

                static void Main()
                {
                    var good = 0;
                    for (var i = 0; i < 1000; i++)
                    {
                        Questions.Send(i);
                        if (Answers.Receive(out var answer) && answer == i + 1)
                            good++;
                    }

                    Console.WriteLine($"{good} answers");
                }
            }
            """,
            partition => partition.WithPriority(new Priority(10)))
        .Partition(
            "answerer",
            """
            [Partition]
            static partial class Answerer
            {
                [Receives("questions")]
                static partial Receiver<int> Questions { get; }

                [Sends("answers")]
                static partial Sender<int> Answers { get; }

                static void Main()
                {
                    while (Questions.Receive(out var question))
                        Answers.Send(question + 1);
                }
            }
            """,
            partition => partition.WithPriority(new Priority(20)))
        .Queue("questions", 2, from: "asker", to: "answerer")
        .Queue("answers", 2, from: "answerer", to: "asker");

    [Theory]
    [CompilerModes]
    public async Task A_sender_that_spoils_the_queue_does_not_harm_its_receiver(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(Spoiled, mode);
        run.Printed("[bystander] still here").DidNotPrint("partition 'bystander'");

        // The receiver notices or takes bounded nonsense: what it must not do is read outside the queue.
        Assert.DoesNotContain(run.Debug, line => line.Contains("partition 'receiver'", StringComparison.Ordinal) && line.Contains("#", StringComparison.Ordinal));
    }

    private static readonly SourceSystem Spoiled = new SourceSystem("spoiled-queue")
        .Partition(
            "spoiler",
            """
            [Partition]
            static unsafe partial class Spoiler
            {
                [Sends("numbers")]
                static partial Sender<int> Numbers { get; }

                static void Main()
                {
                    Numbers.Send(1);
                    var header = (uint*)0xB0100000;
                    for (var i = 0u; i < 40; i++)
                    {
                        header[0] = i * 0x07FF_FFFF + 0x8000_0000;
                        header[1] = i;
                        Processor.Yield();
                    }
                }
            }
            """)
        .Partition(
            "receiver",
            """
            [Partition]
            static partial class Sink
            {
                [Receives("numbers")]
                static partial Receiver<int> Numbers { get; }

                static void Main()
                {
                    for (var i = 0; i < 40; i++)
                    {
                        Numbers.TryReceive(out _);
                        Processor.Yield();
                    }
                }
            }
            """)
        .Partition(
            "bystander",
            """
            [Partition]
            static partial class Bystander
            {
                static void Main() => Console.WriteLine("still here");
            }
            """,
            partition => partition.WithPriority(Priority.Background))
        .Queue("numbers", 4, from: "spoiler", to: "receiver");

    private static SourceSystem Stream(string name, byte producer, byte consumer, int capacity) => new SourceSystem(name)
        .Partition("producer", Producer, partition => partition.WithPriority(new Priority(producer)))
        .Partition("consumer", Consumer, partition => partition.WithPriority(new Priority(consumer)))
        .Queue("numbers", capacity, from: "producer", to: "consumer");
}
