using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Model;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Hostile;

/// <summary>
/// A partition that has an end of every kind of channel writes random words wherever it may, a million times. Its peer uses all of these
/// channels meanwhile, and measures how much of the processor a message costs it on a channel with a third partition.
/// </summary>
public class HostilePeerTests
{
    private static readonly SourceSystem System = new SourceSystem("hostile-peer")
        .Partition("victim", Victim, partition => partition.WithPriority(Priority.High))
        .Partition("friend", Friend, partition => partition.WithPriority(Priority.RealTime))
        .Partition("hostile", Hostile, partition => partition.WithPriority(Priority.Background))
        .Queue("honest", 64, from: "victim", to: "friend")
        .Queue("blocking", 4, from: "hostile", to: "victim")
        .With((system, partitions) =>
        {
            var (victim, hostile) = (partitions["victim"], partitions["hostile"]);
            system.AddQueue("overwriting", 5).OnOverflow(QueueOverflow.OverwriteOldest).From(hostile).To(victim);
            system.AddQueue("outgoing", 4).OnOverflow(QueueOverflow.Reject).From(victim).To(hostile);
            system.AddEvent("counting", EventReset.Counting).PostedBy(hostile).AwaitedBy(victim);
            system.AddEvent("signal", EventReset.Auto).PostedBy(victim).AwaitedBy(hostile);
            system.AddEvent("state", EventReset.Manual).PostedBy(hostile).AwaitedBy(victim);
            system.AddSharedMemory("table", 4.KiB()).ReadWrite(hostile).ReadOnly(victim);

            // The last end of the hostile one: it spoils all the others.
            system.AddEvent("finished", EventReset.Auto).PostedBy(hostile).AwaitedBy(victim);
        });

    [Fact]
    public async Task A_peer_that_writes_anywhere_reaches_no_other_channel_and_slows_none_down()
    {
        var run = await TestRun.OfAsync(System, CompilerMode.Release);

        run.ExitedWith(0).Printed("[victim] over").Printed("[hostile] 1000000 words");
        Assert.Equal(run.Number("[friend] received"), run.Number("[victim] sent"));
        Assert.InRange(run.Number("[victim] counts of a message meanwhile"), 1, run.Number("[victim] counts of a message before") * 11 / 10);
    }

    private const string Victim = """
        [Partition]
        static partial class Victim
        {
            [Sends("honest")]
            static partial Sender<ulong> Honest { get; }

            [Receives("blocking")]
            static partial Receiver<ulong> Blocking { get; }

            [Receives("overwriting")]
            static partial Receiver<ulong> Overwriting { get; }

            [Sends("outgoing")]
            static partial Sender<ulong> Outgoing { get; }

            [Awaits("counting")]
            static partial EventWaiter Counting { get; }

            [Posts("signal")]
            static partial EventPoster Signal { get; }

            [Awaits("state")]
            static partial EventWaiter State { get; }

            [Views("table")]
            static partial ReadOnlySharedMemory<uint> Table { get; }

            [Awaits("finished")]
            static partial EventWaiter Finished { get; }

            static ulong s_sent;
            static ulong s_counts;

            static void Main()
            {
                for (var i = 0; i < 100; i++)
                    SendToFriend();
                Console.WriteLine($"counts of a message before {s_counts / s_sent}");

                var countsBefore = s_counts;
                var sentBefore = s_sent;
                while (!Finished.TryWait())
                {
                    Clock.Sleep(TimeSpan.FromMicroseconds(20));
                    SendToFriend();
                    UseWhatIsSpoilt();
                }

                Console.WriteLine($"counts of a message meanwhile {(s_counts - countsBefore) / (s_sent - sentBefore)}");
                Console.WriteLine($"sent {s_sent}");
                Console.WriteLine("over");
            }

            static void SendToFriend()
            {
                for (var i = 0; i < 8; i++)
                {
                    var start = Clock.Timestamp;
                    Honest.Send(s_sent++);
                    s_counts += Clock.Timestamp - start;
                }
            }

            static void UseWhatIsSpoilt()
            {
                Span<ulong> batch = stackalloc ulong[3];
                var patience = TimeSpan.FromMicroseconds(5);
                Blocking.TryReceive(out _);
                Blocking.TryReceive(out _, patience);
                Blocking.TryReceive(batch);
                Blocking.Release(Blocking.Peek(3).Length);
                Overwriting.TryReceive(out _);
                Overwriting.TryReceive(out _, patience);
                Overwriting.TryReceive(batch);
                Outgoing.Send(1);
                Outgoing.TrySend(2, patience);
                Outgoing.TrySend(batch);
                var room = Outgoing.Reserve(3);
                room.Fill(3);
                Clock.Sleep(patience);
                Outgoing.Commit(room.Length);
                Counting.TryWait();
                Counting.TryWait(patience);
                EventWaiter.WaitAny([Counting, State], patience);
                EventWaiter.WaitAll([Counting, State], patience);
                State.Reset();
                Signal.Post();
                foreach (var word in Table.Span)
                    s_counts += word & 0;
            }
        }
        """;

    private const string Friend = """
        [Partition]
        static partial class Friend
        {
            [Receives("honest")]
            static partial Receiver<ulong> Honest { get; }

            static void Main()
            {
                var next = 0ul;
                for (; Honest.Receive(out var number); next++)
                {
                    if (number != next)
                        Environment.FailFast($"{number} instead of {next}");
                }

                Console.WriteLine($"received {next}");
            }
        }
        """;

    private const string Hostile = """
        [Partition]
        static unsafe partial class Hostile
        {
            [Sends("blocking")]
            static partial Sender<ulong> Blocking { get; }

            [Sends("overwriting")]
            static partial Sender<ulong> Overwriting { get; }

            [Receives("outgoing")]
            static partial Receiver<ulong> Outgoing { get; }

            [Posts("counting")]
            static partial EventPoster Counting { get; }

            [Awaits("signal")]
            static partial EventWaiter Signal { get; }

            [Posts("state")]
            static partial EventPoster State { get; }

            [Shares("table")]
            static partial SharedMemory<uint> Table { get; }

            [Posts("finished")]
            static partial EventPoster Finished { get; }

            static uint s_random = 2463534242;

            static void Main()
            {
                var information = (Nanokernel.Abi.InformationPage*)Nanokernel.Abi.VirtualMemoryMap.InformationPage;
                var ends = (Nanokernel.Abi.ChannelEnd*)(Nanokernel.Abi.VirtualMemoryMap.InformationPage + Nanokernel.Abi.InformationPage.ChannelEndsOffset);
                for (var i = 0; i < 1_000_000; i++)
                {
                    var end = ends + (Random() % (information->ChannelEndCount - 1));
                    var words = (uint*)end->Address;

                    // Any word, or one of the two at the head of a cache line of a header.
                    var place = Random() >> 4;
                    place = (place & 1) != 0 ? (place >> 1) % (end->Bytes / 4) : ((place & 2) * 8) + ((place >> 2) & 1);
                    words[place] = (Random() % 3) switch
                    {
                        0 => Random() & 0xF,
                        1 => words[place] + (Random() & 0xF) - 8,
                        _ => Random(),
                    };
                    if (i % 64 == 0)
                    {
                        Counting.Post();
                        Overwriting.TrySend(1);
                        Outgoing.TryReceive(out _);
                    }
                }

                Console.WriteLine("1000000 words");
                Finished.Post();
            }

            static uint Random()
            {
                s_random ^= s_random << 13;
                s_random ^= s_random >> 17;
                s_random ^= s_random << 5;
                return s_random;
            }
        }
        """;
}
