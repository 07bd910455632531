using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Channels;

/// <summary>Queues with several senders, several receivers, or both.</summary>
public class ManySidedQueueTests
{
    private const int Messages = 500;

    [Theory]
    [CompilerModes]
    public async Task Each_receiver_gets_every_message_of_every_sender_in_order(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(System, mode);

        run.ExitedWith(0);
        foreach (var receiver in new[] { "low-sink", "high-sink" })
            run.Printed($"[{receiver}] {Messages} of each of 3 in order, 0 wrong");
    }

    [Fact]
    public async Task A_receiver_that_has_ended_keeps_nobody_back_and_the_senders_are_told()
    {
        var run = await TestRun.OfAsync(Deserted, CompilerMode.Release);

        run.ExitedWith(0).Printed("[sink] got 3, then left").Printed("[staying] got 40").Printed("[source] all there: 40").Printed("[source] nobody is left: False");
    }

    [Fact]
    public async Task A_receiver_learns_that_its_senders_were_stopped_once_it_has_all_that_they_sent()
    {
        var run = await TestRun.OfAsync(Orphaned, CompilerMode.Release);

        run.Printed("[sink] got 5, then nobody was left");
    }

    private static readonly SourceSystem System = Wire(
        new SourceSystem("many-sided")
            .Partition("low-source", Source(0), partition => partition.WithPriority(new Priority(10)))
            .Partition("source", Source(1), partition => partition.WithPriority(new Priority(30)))
            .Partition("high-source", Source(2), partition => partition.WithPriority(new Priority(50)))
            .Partition("low-sink", Sink, partition => partition.WithPriority(new Priority(20)))
            .Partition("high-sink", Sink, partition => partition.WithPriority(new Priority(40))),
        4,
        ["low-source", "source", "high-source"],
        ["low-sink", "high-sink"]);

    private static readonly SourceSystem Deserted = Wire(
        new SourceSystem("deserted")
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
                        for (var i = 0; i < 40; i++)
                            sent += Numbers.Send(i) ? 1 : 0;
                        Console.WriteLine($"all there: {sent}");
                        Clock.Sleep(TimeSpan.FromMilliseconds(5));
                        Console.WriteLine($"nobody is left: {Numbers.Send(0)}");
                    }
                }
                """)
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
                        for (var i = 0; i < 3; i++)
                            Numbers.Receive(out _);
                        Console.WriteLine("got 3, then left");
                    }
                }
                """)
            .Partition(
                "staying",
                """
                [Partition]
                static partial class Staying
                {
                    [Receives("numbers")]
                    static partial Receiver<int> Numbers { get; }

                    static void Main()
                    {
                        var count = 0;
                        while (count < 40 && Numbers.Receive(out var number) && number == count)
                            count++;
                        Console.WriteLine($"got {count}");
                    }
                }
                """),
        4,
        ["source"],
        ["sink", "staying"]);

    private static readonly SourceSystem Orphaned = Wire(
        new SourceSystem("orphaned")
            .Partition("first", Failing(2), partition => partition.WithPriority(Priority.High))
            .Partition("second", Failing(3))
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
                        var count = 0;
                        while (Numbers.Receive(out _))
                            count++;
                        Console.WriteLine($"got {count}, then nobody was left");
                    }
                }
                """,
                partition => partition.WithPriority(Priority.Background)),
        8,
        ["first", "second"],
        ["sink"]);

    private static string Failing(int messages) => $$"""
        [Partition]
        static partial class Failing
        {
            [Sends("numbers")]
            static partial Sender<int> Numbers { get; }

            static void Main()
            {
                for (var i = 0; i < {{messages}}; i++)
                    Numbers.Send(i);
                Environment.FailFast("on purpose");
            }
        }
        """;

    private static string Source(int number) => $$"""
        [Partition]
        static partial class Source
        {
            [Sends("numbers")]
            static partial Sender<Number> Numbers { get; }

            static void Main()
            {
                for (var i = 0u; i < {{Messages}}; i++)
                {
                    if (!Numbers.Send(new Number { Source = {{number}}, Index = i }))
                        Environment.FailFast("somebody is gone");
                }
            }
        }

        public struct Number
        {
            public uint Source;
            public uint Index;
        }
        """;

    private const string Sink = $$"""
        [Partition]
        static partial class Sink
        {
            [Receives("numbers")]
            static partial Receiver<Number> Numbers { get; }

            static void Main()
            {
                Span<uint> next = stackalloc uint[3];
                next.Clear();
                var wrong = 0;
                while (Numbers.Receive(out var number))
                    wrong += number.Index == next[(int)number.Source]++ ? 0 : 1;
                if (next[0] == next[1] && next[1] == next[2])
                    Console.WriteLine($"{next[0]} of each of 3 in order, {wrong} wrong");
            }
        }

        public struct Number
        {
            public uint Source;
            public uint Index;
        }
        """;

    private static SourceSystem Wire(SourceSystem system, int capacity, string[] senders, string[] receivers) =>
        system.With((builder, partitions) =>
        {
            var queue = builder.AddQueue("numbers", capacity);
            foreach (var sender in senders)
                queue.From(partitions[sender]);
            foreach (var receiver in receivers)
                queue.To(partitions[receiver]);
        });
}
