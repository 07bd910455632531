using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Channels;

/// <summary>Queues of records of any length.</summary>
public class RecordQueueTests
{
    private const int Records = 600;

    [Theory]
    [CompilerModes]
    public async Task Records_of_every_length_arrive_whole_and_in_order_from_each_sender(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(System, mode);

        run.ExitedWith(0);
        foreach (var sink in new[] { "low-sink", "high-sink" })
            run.Printed($"[{sink}] {Records} and {Records}, 0 wrong, 0 lost");
    }

    [Fact]
    public async Task A_receiver_drops_what_a_sender_spoilt_and_goes_on() =>
        (await TestRun.OfAsync(Spoilt, CompilerMode.Release)).Printed("[sink] survived 2000 rounds, the other queue is whole: True");

    private static readonly SourceSystem System = new SourceSystem("records")
        .Partition("low-source", Source(0), partition => partition.WithPriority(new Priority(10)))
        .Partition("high-source", Source(1), partition => partition.WithPriority(new Priority(30)))
        .Partition("low-sink", Sink, partition => partition.WithPriority(new Priority(20)))
        .Partition("high-sink", Sink, partition => partition.WithPriority(new Priority(40)))
        .With((system, partitions) => system.AddRecordQueue("records", new ByteSize(256))
            .From(partitions["low-source"]).From(partitions["high-source"]).To(partitions["low-sink"]).To(partitions["high-sink"]));

    private static string Source(int number) => $$"""
        [Partition]
        static partial class Source
        {
            [SendsRecords("records")]
            static partial RecordSender Records { get; }

            static void Main()
            {
                Span<byte> record = stackalloc byte[124];
                for (var i = 0; i < {{Records}}; i++)
                {
                    var length = 3 + (i * 7 % 122);
                    record.Fill((byte)i);
                    (record[0], record[1], record[2]) = ({{number}}, (byte)i, (byte)(i >> 8));
                    if (!Records.Send(record[..length]))
                        Environment.FailFast("somebody is gone");
                }
            }
        }
        """;

    private const string Sink = """
        [Partition]
        static partial class Sink
        {
            [ReceivesRecords("records")]
            static partial RecordReceiver Records { get; }

            static void Main()
            {
                Span<int> next = stackalloc int[2];
                next.Clear();
                Span<byte> copy = stackalloc byte[124];
                var wrong = 0;
                while (Records.Receive(copy, out var length))
                {
                    Check(copy[..length], ref next[copy[0]], ref wrong);
                    while (Records.TryPeek(out var record))
                    {
                        Check(record, ref next[record[0]], ref wrong);
                        Records.Release();
                    }
                }

                Console.WriteLine($"{next[0]} and {next[1]}, {wrong} wrong, {Records.Lost} lost");
            }

            static void Check(ReadOnlySpan<byte> record, ref int next, ref int wrong)
            {
                var number = record[1] | (record[2] << 8);
                var isRight = number == next && record.Length == 3 + (number * 7 % 122);
                foreach (var each in record[3..])
                    isRight &= each == (byte)number;
                wrong += isRight ? 0 : 1;
                next++;
            }
        }
        """;

    private static readonly SourceSystem Spoilt = new SourceSystem("spoilt-records")
        .Partition(
            "spoiler",
            """
            [Partition]
            static unsafe partial class Spoiler
            {
                [SendsRecords("spoilt")]
                static partial RecordSender Records { get; }

                static void Main()
                {
                    var words = (uint*)0xB0100000;
                    var random = 12345u;
                    for (;;)
                    {
                        for (var i = 0; i < 20; i++)
                        {
                            random = (random * 1664525) + 1013904223;
                            var place = (random >> 8) % 1024;
                            random = (random * 1664525) + 1013904223;
                            words[place] = (random & 1) != 0 ? random : random >> 20;
                        }

                        Records.TrySend("abc"u8);
                        Processor.Yield();
                    }
                }
            }
            """)
        .Partition(
            "honest",
            """
            [Partition]
            static partial class Honest
            {
                [SendsRecords("whole")]
                static partial RecordSender Records { get; }

                static void Main()
                {
                    for (var i = 0; ; i++)
                    {
                        Records.TrySend("whole"u8);
                        Processor.Yield();
                    }
                }
            }
            """)
        .Partition(
            "sink",
            """
            [Partition]
            static partial class Sink
            {
                [ReceivesRecords("spoilt")]
                static partial RecordReceiver Spoilt { get; }

                [ReceivesRecords("whole")]
                static partial RecordReceiver Whole { get; }

                static void Main()
                {
                    Span<byte> record = stackalloc byte[16];
                    var isWhole = true;
                    for (var i = 0; i < 2000; i++)
                    {
                        Spoilt.TryReceive(record, out _);
                        if (Spoilt.TryPeek(out var seen) && seen.Length > Spoilt.MaximumBytes)
                            Environment.FailFast("too long");
                        Spoilt.Release();
                        while (Whole.TryReceive(record, out var length))
                            isWhole &= record[..length].SequenceEqual("whole"u8);
                        Processor.Yield();
                    }

                    Console.WriteLine($"survived 2000 rounds, the other queue is whole: {isWhole && Whole.Lost == 0}");
                    Machine.EndSystem(0);
                }
            }
            """,
            partition => partition.MayEndSystem())
        .With((system, partitions) =>
        {
            system.AddRecordQueue("spoilt", 4.KiB()).From(partitions["spoiler"]).To(partitions["sink"]);
            system.AddRecordQueue("whole", 4.KiB()).From(partitions["honest"]).To(partitions["sink"]);
        });
}
