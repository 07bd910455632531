using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Nanokernel.Abi;
using Xunit;

namespace Nanokernel.Channels.Tests;

/// <summary>Larger scenes under random schedules. A seed that fails is printed, and fails again.</summary>
[Collection("Participants")]
public class RandomScheduleTests
{
    private static readonly Gen<(uint Seed, uint OneIn, int Capacity)> Runs = Gen.Select(Gen.UInt, Gen.UInt[2, 12], Gen.Int[1, 5]);

    [Theory]
    [InlineData(QueueKind.Messages)]
    [InlineData(QueueKind.Records)]
    public void A_queue_of_three_senders_and_two_receivers(QueueKind kind) => Sample(150, (scene, capacity, _) =>
    {
        const uint count = 12;
        int[] senders = [0, 1, 2];
        int[] receivers = [3, 4];
        var queue = scene.AddQueue(kind, capacity, QueueOverflowPolicy.Block, senders, receivers);
        foreach (var sender in senders)
        {
            scene.Do(() =>
            {
                for (var number = 1u; number <= count; number++)
                    Assert.True(queue.Send(sender, new Message((uint)sender, number)));
            });
        }

        foreach (var receiver in receivers)
        {
            var received = new ReceivedMessages();
            scene.Do(() =>
            {
                while (received.Count < count * senders.Length && queue.Receive(receiver, out var message))
                    received.Add(message);
            });
            scene.Check(() => Assert.All(senders, sender => received.ExpectAll(sender, count)));
        }
    });

    [Theory]
    [InlineData(QueueKind.Messages)]
    [InlineData(QueueKind.Records)]
    public void Whoever_stops_the_others_get_what_was_sent_and_end(QueueKind kind) => Sample(300, (scene, capacity, random) =>
    {
        const uint count = 10;
        int[] senders = [0, 1];
        int[] receivers = [2, 3];
        var queue = scene.AddQueue(kind, capacity, QueueOverflowPolicy.Block, senders, receivers);
        var sent = new uint[2];
        var victim = random.Below(4);
        var stop = 1 + (int)random.Below(80);
        foreach (var sender in senders)
        {
            scene.DoUntil(victim == sender ? stop : 0, () =>
            {
                while (sent[sender] < count)
                {
                    Assert.True(queue.Send(sender, new Message((uint)sender, sent[sender] + 1)));
                    sent[sender]++;
                }
            });
        }

        foreach (var receiver in receivers)
        {
            var received = new ReceivedMessages();
            scene.DoUntil(victim == receiver ? stop : 0, () =>
            {
                // As long as a sender that is still there has not sent all.
                while (senders.Any(sender => (victim != sender || sent[sender] == count) && received.Of(sender).Count < count)
                    && queue.Receive(receiver, out var message))
                {
                    received.Add(message);
                }

                while (queue.TryReceive(receiver, out var message))
                    received.Add(message);
            });
            scene.Check(() =>
            {
                foreach (var sender in senders)
                {
                    if (victim != receiver && victim != sender)
                        received.ExpectAll(sender, count);
                    else
                        received.ExpectAll(sender, (uint)received.Of(sender).Count);
                }
            });
        }
    });

    [Fact]
    public void Large_messages_that_are_overwritten_are_whole_or_counted() => Sample(300, (scene, capacity, random) =>
    {
        const uint count = 30;
        var queue = scene.AddQueue<LargeMessage>(capacity, QueueOverflowPolicy.OverwriteOldest, [0], [1]);
        uint received = 0, latest = 0, lost = 0;
        scene.Do(() =>
        {
            for (var next = 1u; next <= count;)
            {
                var batch = new LargeMessage[Math.Min(1 + random.Below(4), count + 1 - next)];
                for (var i = 0; i < batch.Length; i++)
                    batch[i] = new LargeMessage(1000 * (next + (uint)i));
                next += (uint)queue.SenderOf(0).TrySend(batch);
            }
        });
        scene.Do(() =>
        {
            while (latest < count && queue.ReceiverOf(1).Receive(out var message))
            {
                Assert.True(message.IsWhole && message.Number > 1000 * latest, $"Received {message.Number} after {latest}.");
                latest = message.Number / 1000;
                received++;
            }

            lost = queue.ReceiverOf(1).Lost;
        });
        scene.Check(() => Assert.Equal(count, received + lost));
    });

    [Theory]
    [InlineData(QueueKind.Messages)]
    [InlineData(QueueKind.Records)]
    public void Receivers_of_a_queue_that_rejects_get_what_is_counted_as_sent(QueueKind kind) => Sample(300, (scene, capacity, _) =>
    {
        const uint count = 12;
        int[] receivers = [1, 2];
        var queue = scene.AddQueue(kind, capacity, QueueOverflowPolicy.Reject, [0], receivers);
        var sentToAll = new ReceivedMessages();
        var isSendingOver = false;
        scene.Do(() =>
        {
            for (var number = 1u; number <= count; number++)
            {
                if (number % 3 == 0 ? queue.TrySend(0, new Message(0, number)) : queue.Send(0, new Message(0, number)))
                    sentToAll.Add(new Message(0, number));
            }

            isSendingOver = true;
        });
        foreach (var receiver in receivers)
        {
            var received = new ReceivedMessages();
            scene.Do(() => received.AddAll(queue, receiver, () => isSendingOver));
            scene.Check(() => Assert.Empty(sentToAll.Of(0).Except(received.Of(0))));
        }
    });

    [Fact]
    public void Records_that_come_and_go_in_every_way_are_those_of_a_queue() => Sample(300, (scene, capacity, random) =>
    {
        var size = TestRecordQueue.SizeFor(capacity);
        var queue = scene.AddRecordQueue(size, QueueOverflowPolicy.Block, [0], [0]);
        var model = new Queue<byte[]>();
        scene.Do(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                if (random.IsOneIn(2))
                    SendInAnyWay(queue.SenderOf(0), size, model, random);
                else
                    ReceiveInAnyWay(queue.ReceiverOf(0), model, random);
            }
        });
    });

    [Fact]
    public void Events_that_are_waited_for_in_every_way_lose_no_post() => Sample(300, (scene, _, random) =>
    {
        const int posts = 6;
        var first = scene.AddEvent(EventMode.Counting, [0, 1], [2, 3, 4]);
        var second = scene.AddEvent(EventMode.Counting, [0, 1], [2, 3, 4]);
        var takenByAny = new int[2];
        foreach (var poster in new[] { 0, 1 })
        {
            scene.Do(() =>
            {
                for (var i = 0; i < posts; i++)
                {
                    (random.IsOneIn(2) ? first : second).PosterOf(poster).Post();
                    Participants.Step();
                    (i % 2 == 0 ? first : second).PosterOf(poster).Post();
                }
            });
        }

        var pairs = 0;
        foreach (var waiter in new[] { 2, 3 })
        {
            scene.Do(() =>
            {
                while (EventWaiter.WaitAll([first.WaiterOf(waiter), second.WaiterOf(waiter)], TimeSpan.FromTicks(100)))
                    pairs++;
            });
        }

        scene.Do(() =>
        {
            for (int taken; (taken = EventWaiter.WaitAny([first.WaiterOf(4), second.WaiterOf(4)], TimeSpan.FromTicks(100))) >= 0;)
                takenByAny[taken]++;
        });
        scene.Check(() => Assert.Equal(
            4 * posts, (int)first.Count + (int)second.Count + (2 * pairs) + takenByAny.Sum()));
    });

    [Fact]
    public void Calls_of_three_clients_with_and_without_a_deadline() => Sample(200, (scene, _, random) =>
    {
        const uint count = 12;
        int[] clients = [0, 1, 3];
        var call = scene.AddCall(clients, 2);
        var served = new ServedCalls();
        var over = 0;
        void AddClient(int client) => scene.Do(() =>
        {
            for (var number = 1u; number <= count; number++)
            {
                var timeout = TimeSpan.FromTicks(random.Below(60));
                if (random.IsOneIn(2))
                    served.Make(new Message((uint)client, number), argument => call.Call(argument, timeout));
                else
                    Assert.Equal(CallStatus.Completed, served.Make(new Message((uint)client, number), call.Call));
            }

            over++;
        });
        AddClient(0);
        AddClient(1);
        scene.Do(() => served.ServeAll(call, () => over == clients.Length));
        AddClient(3);
    });

    [Fact]
    public void Whichever_end_of_a_call_stops_the_others_go_on_or_end() => Sample(300, (scene, _, random) =>
    {
        const uint count = 8;
        const int server = 2;
        int[] clients = [0, 1];
        var call = scene.AddCall(clients, server);
        var served = new ServedCalls();
        var completed = new uint[clients.Length];
        var over = 0;
        var victim = random.Below(3);
        var stop = 1 + (int)random.Below(100);
        foreach (var client in clients)
        {
            scene.DoUntil(victim == client ? stop : 0, () =>
            {
                try
                {
                    while (completed[client] < count
                        && served.Make(new Message((uint)client, completed[client] + 1), call.Call) == CallStatus.Completed)
                    {
                        completed[client]++;
                    }
                }
                finally
                {
                    over++;
                }
            });
        }

        scene.DoUntil(victim == server ? stop : 0, () => served.ServeAll(call, () => over == clients.Length));
        scene.Check(() => Assert.All(clients, client =>
        {
            Assert.InRange((uint)served.Of(client).Count, completed[client], completed[client] + 1);
            Assert.True(completed[client] == count || victim == client || victim == server);
        }));
    });

    private static void SendInAnyWay(RecordSender sender, int size, Queue<byte[]> model, Randomness random)
    {
        var record = SomeBytes(sender.MaximumBytes, random);
        var reserved = record.Length;
        bool isSent;
        if (random.IsOneIn(2))
        {
            isSent = sender.TrySend(record);
        }
        else
        {
            reserved += (int)random.Below((uint)(sender.MaximumBytes - reserved) + 1);
            isSent = sender.TryReserve(reserved, out var room);
            MessageCopy.Copy(record, room);
            if (isSent)
                sender.Commit(record.Length);
        }

        // There is room for one that fits into half of the ring with all others.
        var used = model.Sum(each => (int)RecordRing.BytesOf(each.Length)) + (int)RecordRing.BytesOf(reserved);
        Assert.InRange(used, isSent ? 0 : (size / 2) + 1, isSent ? size : int.MaxValue);
        if (isSent)
            model.Enqueue(record);
    }

    private static void ReceiveInAnyWay(RecordReceiver receiver, Queue<byte[]> model, Randomness random)
    {
        model.TryPeek(out var expected);
        if (random.IsOneIn(2))
        {
            Assert.Equal(expected is not null, receiver.TryPeek(out var seen));
            Assert.Equal(expected ?? [], seen.ToArray());
            if (random.IsOneIn(2))
                return;
            receiver.Release();
            receiver.Release();
        }
        else
        {
            var destination = SomeBytes(receiver.MaximumBytes, random);
            Assert.Equal(expected is not null, receiver.TryReceive(destination, out var length));
            Assert.Equal(expected?.Length ?? 0, length);
            Assert.Equal((expected ?? []).Take(destination.Length), destination.Take(length));
        }

        model.TryDequeue(out _);
    }

    private static byte[] SomeBytes(int maximum, Randomness random)
    {
        var bytes = new byte[random.Below((uint)maximum + 1)];
        foreach (ref var each in bytes.AsSpan())
            each = (byte)random.Next();
        return bytes;
    }

    private static void Sample(int count, Action<Scene, int, Randomness> compose) =>
        Runs.Sample(
            run => Scene.Compose(scene => compose(scene, run.Capacity, new Randomness(~run.Seed))).Run(new RandomPreemptions(run.Seed, run.OneIn)),
            iter: count,
            threads: 1);
}
