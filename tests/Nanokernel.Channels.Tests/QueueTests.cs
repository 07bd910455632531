using System;
using Nanokernel.Abi;
using Xunit;

namespace Nanokernel.Channels.Tests;

/// <summary>Queues under every schedule with few preemptions.</summary>
[Collection("Participants")]
public class QueueTests
{
    [Theory]
    [InlineData(QueueKind.Messages, 1, 2)]
    [InlineData(QueueKind.Messages, 2, 3)]
    [InlineData(QueueKind.Records, 1, 4)]
    [InlineData(QueueKind.Records, 2, 5)]
    public void One_sender_and_one_receiver_that_wait_for_each_other(QueueKind kind, int capacity, uint count) => Explore(kind, 3, scene =>
    {
        var queue = scene.AddQueue(kind, capacity, QueueOverflowPolicy.Block, [0], [1]);
        var received = new ReceivedMessages();
        scene.Do(() => SendAll(queue, 0, count));
        scene.Do(() => ReceiveAll(queue, 1, received, (int)count));
        scene.Check(() => received.ExpectAll(0, count));
    });

    [Theory]
    [InlineData(QueueKind.Messages)]
    [InlineData(QueueKind.Records)]
    public void What_does_not_wait_fails_only_where_the_queue_was_full_or_empty_meanwhile(QueueKind kind) => Explore(kind, 3, scene =>
    {
        var queue = scene.AddQueue(kind, 2, QueueOverflowPolicy.Block, [0], [1]);
        uint sent = 0, received = 0;
        scene.Do(() =>
        {
            for (var i = 0; i < 4; i++)
            {
                // No call of the receiver that is under way counts: the queue is never fuller than now.
                var fullness = sent - received;
                if (queue.TrySend(0, new Message(0, sent + 1)))
                    sent++;
                else
                    Assert.True(fullness >= queue.Capacity, "The queue was not full.");
            }
        });
        scene.Do(() =>
        {
            for (var i = 0; i < 4; i++)
            {
                var fullness = sent - received;
                if (queue.TryReceive(1, out var message))
                    Assert.Equal(++received, message.Number);
                else
                    Assert.True((int)fullness <= 0, "The queue was not empty.");
            }
        });
    });

    [Fact]
    public void Batches_wake_who_waits() => Scene.Explore(2, scene =>
    {
        const int count = 5;
        var queue = scene.AddQueue<Message>(3, QueueOverflowPolicy.Block, [0], [1]);
        var received = new ReceivedMessages();
        scene.Do(() =>
        {
            var next = 1u;
            while (next <= count)
            {
                Span<Message> batch = [new(0, next), new(0, next + 1), new(0, next + 2)];
                var sent = queue.SenderOf(0).TrySend(batch[..(int)Math.Min(3, count + 1 - next)]);
                next += (uint)sent;
                if (sent == 0 && queue.SenderOf(0).Send(new Message(0, next)))
                    next++;
            }
        });
        scene.Do(() =>
        {
            Span<Message> batch = new Message[2];
            while (received.Count < count)
            {
                if (queue.ReceiverOf(1).Receive(out var message))
                    received.Add(message);
                foreach (var each in batch[..queue.ReceiverOf(1).TryReceive(batch)])
                    received.Add(each);
            }
        });
        scene.Check(() => received.ExpectAll(0, count));
    });

    [Fact]
    public void Messages_that_are_written_and_read_in_place() => Scene.Explore(2, scene =>
    {
        const uint count = 5;
        var queue = scene.AddQueue<Message>(2, QueueOverflowPolicy.Block, [0], [1]);
        var received = new ReceivedMessages();
        scene.Do(() =>
        {
            for (var next = 1u; next <= count;)
            {
                var room = queue.SenderOf(0).Reserve(2);
                room = room[..(int)Math.Min((uint)room.Length, count + 1 - next)];
                foreach (ref var each in room)
                {
                    each = new Message(0, next++);
                    Participants.Step();
                }

                queue.SenderOf(0).Commit(room.Length);
                if (room.IsEmpty && queue.SenderOf(0).Send(new Message(0, next)))
                    next++;
            }
        });
        scene.Do(() =>
        {
            while (received.Count < count)
            {
                if (queue.ReceiverOf(1).Receive(out var message))
                    received.Add(message);
                var seen = queue.ReceiverOf(1).Peek(2);
                foreach (ref readonly var each in seen)
                {
                    Participants.Step();
                    received.Add(each);
                }

                queue.ReceiverOf(1).Release(seen.Length);
            }
        });
        scene.Check(() => received.ExpectAll(0, count));
    });

    [Theory]
    [InlineData(QueueKind.Messages)]
    [InlineData(QueueKind.Records)]
    public void Two_senders_of_one_receiver(QueueKind kind) => Explore(kind, 2, scene =>
    {
        var queue = scene.AddQueue(kind, 1, QueueOverflowPolicy.Block, [0, 2], [1]);
        var received = new ReceivedMessages();
        scene.Do(() => SendAll(queue, 0, 2));
        scene.Do(() => ReceiveAll(queue, 1, received, 3));
        scene.Do(() => SendAll(queue, 2, 1));
        scene.Check(() =>
        {
            received.ExpectAll(0, 2);
            received.ExpectAll(2, 1);
        });
    });

    [Theory]
    [InlineData(QueueKind.Messages)]
    [InlineData(QueueKind.Records)]
    public void Two_receivers_get_every_message_each(QueueKind kind) => Explore(kind, 1, scene =>
    {
        var queue = scene.AddQueue(kind, 1, QueueOverflowPolicy.Block, [0], [1, 2]);
        ReceivedMessages first = new(), second = new();
        scene.Do(() => SendAll(queue, 0, 2));
        scene.Do(() => ReceiveAll(queue, 1, first, 2));
        scene.Do(() => ReceiveAll(queue, 2, second, 2));
        scene.Check(() =>
        {
            first.ExpectAll(0, 2);
            second.ExpectAll(0, 2);
        });
    });

    [Theory]
    [InlineData(QueueKind.Messages)]
    [InlineData(QueueKind.Records)]
    public void A_full_queue_that_rejects_loses_what_it_said_to_have_lost(QueueKind kind) => Explore(kind, 3, scene =>
    {
        const uint count = 4;
        var queue = scene.AddQueue(kind, 1, QueueOverflowPolicy.Reject, [0], [1]);
        var received = new ReceivedMessages();
        var sent = new ReceivedMessages();
        var lost = 0u;
        scene.Do(() =>
        {
            for (var number = 1u; number <= count; number++)
            {
                if (queue.Send(0, new Message(0, number)))
                    sent.Add(new Message(0, number));
            }

            lost = queue.LostBy(0);
        });
        scene.Do(() =>
        {
            // The first is always sent.
            Assert.True(queue.Receive(1, out var message));
            received.Add(message);
            while (queue.TryReceive(1, out message, TimeSpan.FromTicks(200)))
                received.Add(message);
        });
        scene.Check(() =>
        {
            Assert.Equal(sent.Of(0), received.Of(0));
            Assert.Equal(count, lost + (uint)received.Count);
        });
    });

    [Fact]
    public void A_queue_that_overwrites_counts_what_is_missing() => Scene.Explore(3, scene =>
    {
        const uint count = 4;
        var queue = scene.AddQueue<Message>(1, QueueOverflowPolicy.OverwriteOldest, [0], [1]);
        ExpectSubsequence(scene, queue, count, () => SendAll(queue, 0, count));
    });

    [Fact]
    public void A_receiver_that_is_overtaken_again_and_again_counts_each_message_once()
    {
        const uint count = 60;
        for (var sending = 4; sending <= 10; sending++)
        {
            for (var receiving = 2; receiving <= 7; receiving++)
            {
                var turns = new Turns(sending, receiving);
                Scene.Compose(scene =>
                {
                    var queue = scene.AddQueue<Message>(1, QueueOverflowPolicy.OverwriteOldest, [0], [1]);
                    ExpectSubsequence(scene, queue, count, () => SendAll(queue, 0, count));
                }).Run(turns);
            }
        }
    }

    [Fact]
    public void A_batch_that_overwrites_leaves_no_message_torn() => Scene.Explore(2, scene =>
    {
        const uint count = 6;
        var queue = scene.AddQueue<Message>(3, QueueOverflowPolicy.OverwriteOldest, [0], [1]);
        ExpectSubsequence(scene, queue, count, () =>
        {
            for (var next = 1u; next <= count;)
            {
                Span<Message> batch = [new(0, next), new(0, next + 1), new(0, next + 2)];
                next += (uint)queue.SenderOf(0).TrySend(batch);
            }
        });
    });

    [Fact]
    public void Room_that_overwrites_is_never_where_a_message_may_be_read() => Scene.Explore(2, scene =>
    {
        const uint count = 6;
        var queue = scene.AddQueue<Message>(3, QueueOverflowPolicy.OverwriteOldest, [0], [1]);
        ExpectSubsequence(scene, queue, count, () =>
        {
            for (var next = 1u; next <= count;)
            {
                var room = queue.SenderOf(0).Reserve((int)(count + 1 - next));
                Assert.False(room.IsEmpty);
                foreach (ref var each in room)
                {
                    each = new Message(0, next++);
                    Participants.Step();
                }

                queue.SenderOf(0).Commit(room.Length);
            }
        });
    });

    [Theory]
    [InlineData(QueueKind.Messages)]
    [InlineData(QueueKind.Records)]
    public void Who_waits_for_a_sender_that_stops_gets_what_it_sent_and_ends(QueueKind kind)
    {
        for (var operation = 1; operation <= 30; operation++)
        {
            var stop = operation;
            Explore(kind, 1, scene =>
            {
                var queue = scene.AddQueue(kind, 1, QueueOverflowPolicy.Block, [0], [1]);
                var received = new ReceivedMessages();
                var sent = 0u;
                scene.DoUntil(stop, () =>
                {
                    for (;;)
                    {
                        queue.Send(0, new Message(0, sent + 1));
                        sent++;
                    }
                });
                scene.Do(() =>
                {
                    while (queue.Receive(1, out var message))
                        received.Add(message);
                });

                // The call in which it stopped may have got as far as to send.
                scene.Check(() =>
                {
                    Assert.InRange((uint)received.Count, sent, sent + 1);
                    received.ExpectAll(0, (uint)received.Count);
                });
            });
        }
    }

    [Theory]
    [InlineData(QueueKind.Messages)]
    [InlineData(QueueKind.Records)]
    public void Who_waits_for_a_receiver_that_stops_goes_on(QueueKind kind)
    {
        for (var operation = 1; operation <= 20; operation++)
        {
            var stop = operation;
            Explore(kind, 2, scene =>
            {
                var queue = scene.AddQueue(kind, 1, QueueOverflowPolicy.Block, [0], [1]);
                var received = new ReceivedMessages();
                scene.Do(() =>
                {
                    for (var number = 1u; number <= 4; number++)
                        queue.Send(0, new Message(0, number));
                    Assert.False(queue.Send(0, new Message(0, 5)));
                });
                scene.DoUntil(stop, () => ReceiveAll(queue, 1, received, 3));
                scene.Check(() => received.ExpectAll(0, (uint)received.Count));
            });
        }
    }

    [Theory]
    [InlineData(QueueKind.Messages)]
    [InlineData(QueueKind.Records)]
    public void A_deadline_passes_or_the_message_comes(QueueKind kind) => Explore(kind, 2, scene =>
    {
        var queue = scene.AddQueue(kind, 1, QueueOverflowPolicy.Block, [0], [1]);
        var received = new ReceivedMessages();
        var sent = 0u;
        var isOver = false;
        scene.Do(() =>
        {
            for (var i = 0; i < 3; i++)
            {
                if (queue.TrySend(0, new Message(0, sent + 1), TimeSpan.FromTicks(12)))
                    sent++;
            }

            isOver = true;
        });
        scene.Do(() =>
        {
            for (var i = 0; i < 3; i++)
            {
                if (queue.TryReceive(1, out var message, TimeSpan.FromTicks(12)))
                    received.Add(message);
            }

            received.AddAll(queue, 1, () => isOver);
        });
        scene.Check(() => received.ExpectAll(0, sent));
    });

    // A record takes some times the operations of a message.
    private static void Explore(QueueKind kind, int preemptions, Action<Scene> compose) =>
        Scene.Explore(kind == QueueKind.Records ? Math.Max(1, preemptions - 1) : preemptions, compose);

    private static void SendAll(ITestQueue<Message> queue, int sender, uint count)
    {
        for (var number = 1u; number <= count; number++)
            Assert.True(queue.Send(sender, new Message((uint)sender, number)));
    }

    private static void ReceiveAll(ITestQueue<Message> queue, int receiver, ReceivedMessages received, int count)
    {
        while (received.Count < count)
        {
            Assert.True(queue.Receive(receiver, out var message));
            received.Add(message);
        }
    }

    // The receiver stops when it has the last message: that one is never overwritten.
    private static void ExpectSubsequence(Scene scene, TestQueue<Message> queue, uint count, Action send)
    {
        var received = new ReceivedMessages();
        var lost = 0u;
        scene.Do(send);
        scene.Do(() =>
        {
            while ((received.Count == 0 || received.Of(0)[^1] != count) && queue.ReceiverOf(1).Receive(out var message))
                received.Add(message);
            lost = queue.ReceiverOf(1).Lost;
        });
        scene.Check(() => Assert.Equal(count, lost + (uint)received.Count));
    }
}
