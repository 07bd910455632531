using System;
using CsCheck;
using Nanokernel.Abi;
using Xunit;

namespace Nanokernel.Channels.Tests;

/// <summary>
/// A participant that writes random words anywhere into the memory of the channels that it shares. Whoever is at the other side touches
/// nothing outside of its channels (<see cref="SharedMemory.Touch(nuint, int)"/> and the pages behind them see to that), comes back from each
/// call after a bounded number of operations, and its other channels are as ever.
/// </summary>
[Collection("Participants")]
public class HostileTests
{
    private const int Hostile = 2;
    private const int WriteCount = 200;
    private const int CallCount = 40;

    // A call takes no more than this alone; what is written meanwhile may cost an attempt more each time.
    private const int OperationsOfCall = 200;
    private const int OperationsOfWrite = 20;

    private static readonly Gen<(uint Seed, uint OneIn, int Capacity, uint Policy)> Runs =
        Gen.Select(Gen.UInt, Gen.UInt[2, 12], Gen.Int[1, 5], Gen.UInt[QueueOverflowPolicy.Block, QueueOverflowPolicy.OverwriteOldest]);

    [Theory]
    [InlineData(QueueKind.Messages)]
    [InlineData(QueueKind.Records)]
    public void A_hostile_sender_reaches_only_its_own_ring(QueueKind kind) => Sample((scene, run, spoil) =>
    {
        const uint count = 20;
        var queue = scene.AddQueue(kind, run.Capacity, PolicyOf(kind, run.Policy), [0, Hostile], [1]);
        var honest = scene.AddQueue(kind, run.Capacity, QueueOverflowPolicy.Block, [0], [1]);
        var received = new ReceivedMessages();
        scene.Do(() =>
        {
            for (var number = 1u; number <= count; number++)
            {
                Assert.True(honest.Send(0, new Message(0, number)));
                queue.TrySend(0, new Message(0, number));
            }
        });
        scene.Do(() =>
        {
            while (received.Count < count)
            {
                if (honest.TryReceive(1, out var message))
                    received.Add(message);
                Call(spoil, () => queue.TryReceive(1, out _));
            }
        });
        scene.Do(() => spoil.Write(queue.RegionOf(Hostile, 1)));
        scene.Check(() => received.ExpectAll(0, count));
    });

    [Theory]
    [InlineData(QueueKind.Messages)]
    [InlineData(QueueKind.Records)]
    public void A_hostile_receiver_reaches_only_its_own_ring(QueueKind kind) => Sample((scene, run, spoil) =>
    {
        const uint count = 20;
        var queue = scene.AddQueue(kind, run.Capacity, QueueOverflowPolicy.Reject, [0], [1, Hostile]);
        var received = new ReceivedMessages();
        var isOver = false;
        var sent = 0;
        scene.Do(() =>
        {
            for (var number = 1u; number <= count; number++)
            {
                // To the honest one, at least where it has room.
                Call(spoil, () => sent += queue.Send(0, new Message(0, number)) ? 1 : 0);
                Call(spoil, () => sent += queue.TrySend(0, new Message(1, number)) ? 1 : 0);
            }

            isOver = true;
        });
        scene.Do(() => received.AddAll(queue, 1, () => isOver));
        scene.Do(() => spoil.Write(queue.RegionOf(0, Hostile)));
        scene.Check(() => Assert.InRange(received.Count, sent, 2 * (int)count));
    });

    [Fact]
    public void Batches_and_messages_that_are_written_and_read_in_place_survive_a_hostile_peer() => Sample((scene, run, spoil) =>
    {
        var outgoing = scene.AddQueue<Message>(run.Capacity, run.Policy, [0], [Hostile]);
        var incoming = scene.AddQueue<Message>(run.Capacity, run.Policy % QueueOverflowPolicy.OverwriteOldest, [Hostile], [1]);
        var batch = new Message[3];
        scene.Do(() =>
        {
            for (var i = 0; i < CallCount; i++)
            {
                Call(spoil, () =>
                {
                    var room = outgoing.SenderOf(0).Reserve(3);
                    foreach (ref var each in room)
                        Write(ref each);
                    outgoing.SenderOf(0).Commit(room.Length);
                });
                Call(spoil, () => outgoing.SenderOf(0).TrySend(batch), batch.Length);
                Call(spoil, () => Assert.InRange(outgoing.SenderOf(0).Count, 0, run.Capacity));
            }
        });
        scene.Do(() =>
        {
            for (var i = 0; i < CallCount; i++)
            {
                Call(spoil, () =>
                {
                    var seen = incoming.ReceiverOf(1).Peek(3);
                    foreach (ref readonly var each in seen)
                        Write(ref System.Runtime.CompilerServices.Unsafe.AsRef(in each));
                    incoming.ReceiverOf(1).Release(seen.Length);
                });
                Call(spoil, () => incoming.ReceiverOf(1).TryReceive(batch), batch.Length);
            }
        });
        scene.Do(() => spoil.Write(outgoing.RegionOf(0, Hostile), incoming.RegionOf(Hostile, 1)));
    });

    [Fact]
    public void Records_that_are_written_and_read_in_place_survive_a_hostile_peer() => Sample((scene, run, spoil) =>
    {
        var size = TestRecordQueue.SizeFor(run.Capacity);
        var outgoing = scene.AddRecordQueue(size, QueueOverflowPolicy.Block, [0], [Hostile]);
        var incoming = scene.AddRecordQueue(size, QueueOverflowPolicy.Block, [Hostile], [1]);
        scene.Do(() =>
        {
            var record = MessageRecord.Of(new Message(0, 1));
            for (var i = 0; i < CallCount; i++)
            {
                Call(spoil, () =>
                {
                    var sender = outgoing.SenderOf(0);
                    if (!sender.TryReserve(i % (sender.MaximumBytes + 1), out var room))
                        return;
                    MessageCopy.Copy(record, room);
                    sender.Commit(room.Length);
                });
            }
        });
        scene.Do(() =>
        {
            for (var i = 0; i < CallCount; i++)
            {
                Call(spoil, () =>
                {
                    var receiver = incoming.ReceiverOf(1);
                    if (receiver.TryPeek(out var record))
                        Assert.InRange(record.Length, 0, receiver.MaximumBytes);
                    MessageCopy.Copy(record, new byte[record.Length]);
                    receiver.Release();
                });
            }
        });
        scene.Do(() => spoil.Write(outgoing.RegionOf(0, Hostile), incoming.RegionOf(Hostile, 1)));
    });

    [Theory]
    [InlineData(QueueKind.Messages)]
    [InlineData(QueueKind.Records)]
    public void Who_waits_with_a_deadline_comes_back_whatever_a_hostile_peer_does(QueueKind kind) => Sample((scene, run, spoil) =>
    {
        var outgoing = scene.AddQueue(kind, run.Capacity, QueueOverflowPolicy.Block, [0], [Hostile]);
        var incoming = scene.AddQueue(kind, run.Capacity, PolicyOf(kind, run.Policy), [Hostile], [1]);
        scene.Do(() =>
        {
            for (var i = 0; i < CallCount; i++)
                outgoing.TrySend(0, new Message(0, (uint)i), TimeSpan.FromTicks(30));
        });
        scene.Do(() =>
        {
            for (var i = 0; i < CallCount; i++)
                incoming.TryReceive(1, out _, TimeSpan.FromTicks(30));
        });
        scene.Do(() => spoil.Write(outgoing.RegionOf(0, Hostile), incoming.RegionOf(Hostile, 1)));
    });

    [Fact]
    public void A_hostile_client_reaches_only_its_own_calls() => Sample((scene, _, spoil) =>
    {
        var call = scene.AddCall([0, Hostile], 1);
        var served = new ServedCalls();
        var isOver = false;
        scene.Do(() =>
        {
            for (var number = 1u; number <= CallCount; number++)
                Assert.Equal(CallStatus.Completed, served.Make(new Message(0, number), call.Call));
            isOver = true;
        });
        scene.Do(() =>
        {
            // Of the hostile client any argument may come.
            Message Serve(Message argument) => argument.IsWhole ? served.Serve(argument) : argument;
            while (!isOver)
                Call(spoil, () => call.TryServe(Serve, TimeSpan.FromTicks(20)));
        });
        scene.Do(() => spoil.Write(call.RegionOf(Hostile, 1)));
        scene.Check(() => Assert.Equal(CallCount, served.Of(0).Count));
    });

    [Fact]
    public void Who_calls_with_a_deadline_comes_back_whatever_a_hostile_server_does() => Sample((scene, _, spoil) =>
    {
        var spoilt = scene.AddCall([0, 1], Hostile);
        var honest = scene.AddCall([0], 1);
        var served = new ServedCalls();
        scene.Do(() =>
        {
            for (var number = 1u; number <= CallCount; number++)
            {
                Call(spoil, () => spoilt.Call(new Message(0, number), TimeSpan.FromTicks(30)));
                Assert.Equal(CallStatus.Completed, served.Make(new Message(0, number), honest.Call));
            }
        });
        scene.Do(() =>
        {
            for (var number = 1u; number <= CallCount; number++)
            {
                Call(spoil, () => spoilt.Call(new Message(1, number), TimeSpan.FromTicks(30)));
                Assert.True(honest.Serve(served.Serve));
            }
        });
        scene.Do(() => spoil.Write(spoilt.RegionOf(0, Hostile), spoilt.RegionOf(1, Hostile)));
        scene.Check(() => Assert.Equal(CallCount, served.Count));
    });

    [Fact]
    public void An_event_that_a_hostile_peer_spoils_hangs_nobody() => Sample((scene, run, spoil) =>
    {
        var spoilt = scene.AddEvent(run.Policy, [0, Hostile], [1, Hostile]);
        var honest = scene.AddEvent(EventMode.Counting, [0], [1]);
        scene.Do(() =>
        {
            for (var i = 0; i < CallCount; i++)
            {
                Call(spoil, () => spoilt.PosterOf(0).Post());
                honest.PosterOf(0).Post();
            }
        });
        scene.Do(() =>
        {
            for (var i = 0; i < CallCount; i++)
            {
                Assert.True(honest.WaiterOf(1).Wait());
                Call(spoil, () => spoilt.WaiterOf(1).TryWait());
                EventWaiter.WaitAny([spoilt.WaiterOf(1)], TimeSpan.FromTicks(20));
                EventWaiter.WaitAll([spoilt.WaiterOf(1)], TimeSpan.FromTicks(20));
            }
        });
        scene.Do(() => spoil.Write((spoilt.Address, (uint)System.Runtime.CompilerServices.Unsafe.SizeOf<EventHeader>())));
        scene.Check(() => Assert.Equal(0u, honest.Count));
    });

    private static unsafe void Write(ref Message message)
    {
        SharedMemory.Touch((nuint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref message), sizeof(Message));
        message = new Message(0, 1);
    }

    private static void Call(Spoiler spoiler, Action call, int count = 1)
    {
        var operations = Participants.Running.Operations;
        var writes = spoiler.Written;
        call();
        Assert.InRange(
            Participants.Running.Operations - operations, 0, (count * OperationsOfCall) + (OperationsOfWrite * (spoiler.Written - writes)));
    }

    // Records cannot be overwritten.
    private static uint PolicyOf(QueueKind kind, uint policy) => kind == QueueKind.Records ? policy % QueueOverflowPolicy.OverwriteOldest : policy;

    private static void Sample(Action<Scene, (uint Seed, uint OneIn, int Capacity, uint Policy), Spoiler> compose) =>
        Runs.Sample(
            run => Scene.Compose(scene => compose(scene, run, new Spoiler(~run.Seed))).Run(new RandomPreemptions(run.Seed, run.OneIn)),
            iter: 200,
            threads: 1);

    /// <summary>Writes what most likely hurts.</summary>
    private sealed unsafe class Spoiler(uint seed)
    {
        private readonly Randomness _randomness = new(seed);

        internal int Written { get; private set; }

        internal void Write(params (uint Address, uint Bytes)[] regions)
        {
            for (; Written < WriteCount; Written++)
            {
                var (address, bytes) = regions[_randomness.Below((uint)regions.Length)];
                var offset = _randomness.Below(4) switch
                {
                    // The words of both sides, and any.
                    0 => 4 * _randomness.Below(3),
                    1 => 64 + (4 * _randomness.Below(3)),
                    _ => 4 * _randomness.Below(bytes / 4),
                };
                var word = (uint*)(nuint)(address + offset);
                var value = _randomness.Below(5) switch
                {
                    0 => _randomness.Below(8),
                    1 => _randomness.Below(bytes),
                    2 => 0 - _randomness.Below(8),
                    3 => *word + _randomness.Below(16) - 8,
                    _ => _randomness.Next(),
                };
                Volatile.Write(ref *word, value);
                if (_randomness.IsOneIn(4))
                    Hypercalls.Notify(0, uint.MaxValue);
            }
        }
    }
}
