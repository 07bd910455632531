using Nanokernel.Testing;

namespace Nanokernel.Measurements;

/// <summary>What co-operation between partitions costs, in instructions. README.md tells how each is measured.</summary>
public static class ChannelPaths
{
    private const int Rounds = 200;
    private const int StreamedKibibytes = 256;

    public static async Task<IReadOnlyList<Metric>> MeasureAsync()
    {
        var awake = await Guest.RunAsync(Awake);
        var messages = await Guest.RunAsync(Message);
        var posts = await Guest.RunAsync(Event);
        var streams = await Guest.RunAsync(Stream);
        return
        [
            Metric.Instructions("queue_send_awake_instructions", Guest.Median(awake["send"])),
            Metric.Instructions("queue_send_awake_max_instructions", awake["send"].Max()),
            Metric.Instructions("queue_receive_awake_instructions", Guest.Median(awake["receive"])),
            Metric.Instructions("queue_receive_awake_max_instructions", awake["receive"].Max()),
            Metric.Instructions("message_to_higher_priority_receiver_instructions", Guest.Median(messages["message"])),
            Metric.Instructions("message_to_higher_priority_receiver_max_instructions", messages["message"].Max()),
            Metric.Instructions("event_post_to_wakeup_instructions", Guest.Median(posts["event"])),
            Metric.Instructions("event_post_to_wakeup_max_instructions", posts["event"].Max()),
            Metric.Instructions("stream_instructions_per_kib", streams["stream"].Single() / StreamedKibibytes),
        ];
    }

    private const string Message16 = """
        public struct Sample
        {
            public ulong Time;
            public ulong Value;
        }
        """;

    // Nobody waits while these are counted: the queue is filled in one go and emptied in another. What the two readings of the counter cost
    // by themselves is taken off.
    private static readonly SourceSystem Awake = new SourceSystem("bench-awake")
        .Partition(
            "sender",
            $$"""
            [Partition]
            static partial class Source
            {
                [Sends("samples")]
                static partial Sender<Sample> Samples { get; }

                static void Main()
                {
                    var sample = new Sample { Value = 7 };
                    for (var i = 0; i < {{Rounds}}; i++)
                    {
                        var before = (uint)Clock.Timestamp;
                        var between = (uint)Clock.Timestamp;
                        Samples.TrySend(in sample);
                        var after = (uint)Clock.Timestamp;
                        Console.WriteLine($"send: {(after - between) - (between - before)}");
                    }
                }
            }

            {{Message16}}
            """,
            partition => partition.WithPriority(Priority.High))
        .Partition(
            "receiver",
            $$"""
            [Partition]
            static partial class Sink
            {
                [Receives("samples")]
                static partial Receiver<Sample> Samples { get; }

                static void Main()
                {
                    for (var i = 0; i < {{Rounds}}; i++)
                    {
                        var before = (uint)Clock.Timestamp;
                        var between = (uint)Clock.Timestamp;
                        Samples.TryReceive(out var sample);
                        var after = (uint)Clock.Timestamp;
                        if (sample.Value == 7)
                            Console.WriteLine($"receive: {(after - between) - (between - before)}");
                    }
                }
            }

            {{Message16}}
            """)
        .Queue("samples", 256, from: "sender", to: "receiver");

    // A message of 16 bytes with the time of sending: from the call of Send to the return of Receive in the other address space.
    private static readonly SourceSystem Message = new SourceSystem("bench-message")
        .Partition(
            "receiver",
            $$"""
            [Partition]
            static partial class Sink
            {
                [Receives("samples")]
                static partial Receiver<Sample> Samples { get; }

                static void Main()
                {
                    while (Samples.Receive(out var sample))
                    {
                        var received = (uint)Clock.Timestamp;
                        Console.WriteLine($"message: {received - (uint)sample.Time}");
                    }
                }
            }

            {{Message16}}
            """,
            partition => partition.WithPriority(Priority.RealTime))
        .Partition(
            "sender",
            $$"""
            [Partition]
            static partial class Source
            {
                [Sends("samples")]
                static partial Sender<Sample> Samples { get; }

                static void Main()
                {
                    for (var i = 0; i < {{Rounds}}; i++)
                        Samples.Send(new Sample { Time = Clock.Timestamp, Value = 7 });
                }
            }

            {{Message16}}
            """)
        .Queue("samples", 4, from: "sender", to: "receiver");

    // The time of posting goes by shared memory: from the call of Post to the return of Wait in the other address space.
    private static readonly SourceSystem Event = new SourceSystem("bench-event")
        .Partition(
            "waiter",
            """
            [Partition]
            static partial class Waiter
            {
                [Awaits("posted")]
                static partial EventWaiter Posted { get; }

                [Views("time")]
                static partial ReadOnlySharedMemory<uint> Time { get; }

                static void Main()
                {
                    while (Posted.Wait())
                    {
                        var woken = (uint)Clock.Timestamp;
                        Console.WriteLine($"event: {woken - Time.Value}");
                    }
                }
            }
            """,
            partition => partition.WithPriority(Priority.RealTime))
        .Partition(
            "poster",
            $$"""
            [Partition]
            static partial class Poster
            {
                [Posts("posted")]
                static partial EventPoster Posted { get; }

                [Shares("time")]
                static partial SharedMemory<uint> Time { get; }

                static void Main()
                {
                    for (var i = 0; i < {{Rounds}}; i++)
                    {
                        Time.Value = (uint)Clock.Timestamp;
                        Posted.Post();
                    }
                }
            }
            """)
        .With((system, partitions) =>
        {
            system.AddEvent("posted").PostedBy(partitions["poster"]).AwaitedBy(partitions["waiter"]);
            system.AddSharedMemory("time", 4.KiB()).ReadWrite(partitions["poster"]).ReadOnly(partitions["waiter"]);
        });

    // Blocks of 256 bytes, a queue of 32, sent and received one by one, switches and all.
    private static readonly SourceSystem Stream = new SourceSystem("bench-stream")
        .Partition(
            "sender",
            $$"""
            [Partition]
            static partial class Source
            {
                [Sends("blocks")]
                static partial Sender<Block> Blocks { get; }

                static void Main()
                {
                    var block = default(Block);
                    for (var i = 0; i < {{StreamedKibibytes}} * 4; i++)
                        Blocks.Send(in block);
                }
            }

            {{Block256}}
            """)
        .Partition(
            "receiver",
            $$"""
            [Partition]
            static partial class Sink
            {
                [Receives("blocks")]
                static partial Receiver<Block> Blocks { get; }

                static void Main()
                {
                    Blocks.Receive(out _);
                    var start = Clock.Timestamp;
                    while (Blocks.Receive(out _))
                    {
                    }

                    Console.WriteLine($"stream: {Clock.Timestamp - start}");
                }
            }

            {{Block256}}
            """)
        .Queue("blocks", 32, from: "sender", to: "receiver");

    private const string Block256 = """
        [InlineArray(256)]
        public struct Block
        {
            private byte _first;
        }
        """;
}
