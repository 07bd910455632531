using System;
using Nanokernel.Abi;
using Xunit;

namespace Nanokernel.Channels.Tests;

/// <summary>What finds errors has to find those that are there.</summary>
[Collection("Participants")]
public class ScheduleTests
{
    [Fact]
    public void A_wake_up_that_is_lost_is_found()
    {
        var failure = Assert.Throws<InterleavingException>(() => Scene.Explore(1, scene =>
        {
            var queue = scene.AddQueue<Message>(1, QueueOverflowPolicy.Block, [0], [1]);
            scene.Do(() => Assert.True(queue.SenderOf(0).Send(new Message(0, 1))));
            scene.Do(() => ReceiveAndSleepTooSoon(queue));
        }));

        Assert.StartsWith("All wait, for nothing: 1", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_access_beyond_a_ring_is_found()
    {
        var failure = Assert.Throws<InterleavingException>(() => Scene.Explore(0, scene =>
        {
            var queue = scene.AddQueue<Message>(1, QueueOverflowPolicy.Block, [0], [1]);
            scene.Do(() => WriteBehind(queue.RegionOf(0, 1)));
            scene.Do(() => { });
        }));

        Assert.StartsWith("Participant 0 touches", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_is_sent_before_it_is_written_is_found()
    {
        var failure = Assert.Throws<InterleavingException>(() => Scene.Explore(1, scene =>
        {
            var queue = scene.AddRecordQueue(64, QueueOverflowPolicy.Block, [0], [1]);
            var received = new ReceivedMessages();
            scene.Do(() => SendAndWriteTooLate(queue, MessageRecord.Of(new Message(0, 1))));
            scene.Do(() =>
            {
                Assert.True(queue.Receive(1, out var message));
                received.Add(message);
            });
        }));

        Assert.Contains("torn", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 6)]
    [InlineData(2, 14)]
    public void As_many_schedules_are_tried_as_there_are(int preemptions, int expected)
    {
        // Two participants, each of two operations: who begins, and before which operations it changes.
        var count = BoundedPreemptions.Explore(preemptions, schedule => Scene.Compose(scene =>
        {
            for (var i = 0; i < 2; i++)
            {
                scene.Do(() =>
                {
                    Participants.Step();
                    Participants.Step();
                });
            }
        }).Run(schedule));

        Assert.Equal(expected, count);
    }

    // Looks, and only then says that it waits.
    private static unsafe void ReceiveAndSleepTooSoon(TestQueue<Message> queue)
    {
        var ring = (QueueHeader*)(nuint)queue.RegionOf(0, 1).Address;
        while (!queue.ReceiverOf(1).TryReceive(out _))
        {
            Volatile.Write(ref ring->ReceiverWaits, 1);
            Processor.WaitUntil(ulong.MaxValue);
        }
    }

    private static void SendAndWriteTooLate(TestRecordQueue queue, byte[] record)
    {
        Assert.True(queue.SenderOf(0).TryReserve(record.Length, out var room));
        queue.SenderOf(0).Commit(record.Length);
        MessageCopy.Copy(record, room);
    }

    private static unsafe void WriteBehind((uint Address, uint Bytes) ring) => Volatile.Write(ref *(uint*)(nuint)(ring.Address + ring.Bytes), 1);
}
