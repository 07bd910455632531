using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;
using static Nanokernel.Image.Tests.Channels.StreamSources;

namespace Nanokernel.Image.Tests.Channels;

/// <summary>
/// Streams of messages and of records, in every way of sending and receiving, while both sides are preempted anywhere: see
/// <see cref="Conductor"/>. In instruction-count mode a timer interrupts between any two instructions; without it, QEMU interrupts only between
/// blocks of them. The local APIC's timer counts 16 of them.
/// </summary>
public class StreamTests
{
    // Ten million messages where NANOKERNEL_LONG is set.
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("NANOKERNEL_LONG") is { Length: > 0 };
    private static readonly int Count = IsLong ? 10_000_000 : 100_000;
    private static readonly TimeSpan Limit = IsLong ? TimeSpan.FromMinutes(30) : TimeSpan.FromMinutes(2);

    // A record takes several times as long as a message.
    private static readonly int RecordCount = Count / 4;

    // One preemption for so many messages, in each place.
    private const int MessagesOfPreemption = 1_000;

    private static readonly SourceSystem Messages = Conducted("stream-messages", MessageSource(Count), MessageSink)
        .Queue("stream", 16, from: "source", to: "sink");

    private static readonly SourceSystem Records = Conducted("stream-records", RecordSource(RecordCount), RecordSink)
        .With((system, partitions) => system.AddRecordQueue("stream", new ByteSize(512)).From(partitions["source"]).To(partitions["sink"]));

    [Fact]
    public Task No_message_is_lost_doubled_torn_or_out_of_order_wherever_a_side_is_preempted() =>
        RunAsync(
            Messages, Count,
            Place.Send, Place.SendBatch, Place.Reserve, Place.Commit, Place.Receive, Place.ReceiveBatch, Place.Peek, Place.Release);

    [Fact]
    public Task No_record_is_lost_doubled_torn_or_out_of_order_wherever_a_side_is_preempted() =>
        RunAsync(Records, RecordCount, Place.Send, Place.Reserve, Place.Commit, Place.Receive, Place.Peek, Place.Release);

    private static async Task RunAsync(SourceSystem system, int count, params Place[] places)
    {
        var run = await TestRun.OfAsync(system.On(BackEnd.Apic), CompilerMode.Release, limit: Limit);

        run.ExitedWith(0).Printed($"[sink] {count} in order, 0 lost");
        Assert.All(places, place => Assert.InRange(run.Number($"preempted in {(int)place}:"), count / MessagesOfPreemption, count));
    }

    private static SourceSystem Conducted(string name, string source, string sink) => new SourceSystem(name)
        .Partition("conductor", [Conductor, Shared], partition => partition.WithPriority(Priority.RealTime))
        .Partition("source", [source, Shared])
        .Partition("sink", [sink, Shared])
        .With((system, partitions) =>
        {
            foreach (var side in new[] { "source", "sink" })
            {
                system.AddLock(side + "-turn").SharedBy(partitions["conductor"]).SharedBy(partitions[side]);
                system.AddSharedMemory(side + "-place", 4.KiB()).ReadWrite(partitions[side]).ReadOnly(partitions["conductor"]);
            }
        });
}
