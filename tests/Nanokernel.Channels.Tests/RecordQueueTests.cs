using System;
using System.Collections.Generic;
using Nanokernel.Abi;
using Xunit;

namespace Nanokernel.Channels.Tests;

/// <summary>What queues of records have beyond those of messages, under every schedule with few preemptions.</summary>
[Collection("Participants")]
public class RecordQueueTests
{
    private const int Size = 64;

    [Theory]
    [InlineData(0, 1, 2, 3)]
    [InlineData(28, 0, 25, 27)]
    public void Records_of_any_length_come_as_they_were_sent(params int[] lengths) => Scene.Explore(2, scene =>
    {
        var queue = scene.AddRecordQueue(Size, QueueOverflowPolicy.Block, [0], [1]);
        var received = new List<byte[]>();
        scene.Do(() =>
        {
            Assert.Equal(28, queue.SenderOf(0).MaximumBytes);
            foreach (var length in lengths)
                Assert.True(queue.SenderOf(0).Send(BytesOf(length)));
        });
        scene.Do(() =>
        {
            var record = new byte[28];
            while (received.Count < lengths.Length && queue.ReceiverOf(1).Receive(record, out var length))
                received.Add(record[..length]);
        });
        scene.Check(() => Assert.Equal(Array.ConvertAll(lengths, BytesOf), received));
    });

    [Fact]
    public void Records_that_are_written_and_read_in_place() => Scene.Explore(2, scene =>
    {
        const uint count = 4;
        var queue = scene.AddRecordQueue(Size, QueueOverflowPolicy.Block, [0], [1]);
        var received = new ReceivedMessages();
        scene.Do(() =>
        {
            for (var next = 1u; next <= count; next++)
            {
                var record = MessageRecord.Of(new Message(0, next));
                if (queue.SenderOf(0).TryReserve(MessageRecord.MaximumBytes, out var room))
                {
                    MessageCopy.Copy(record, room);
                    queue.SenderOf(0).Commit(record.Length);
                }
                else
                {
                    Assert.True(queue.SenderOf(0).Send(record));
                }
            }
        });
        scene.Do(() =>
        {
            var copy = new byte[MessageRecord.MaximumBytes];
            while (received.Count < count)
            {
                if (queue.Receive(1, out var message))
                    received.Add(message);
                if (queue.ReceiverOf(1).TryPeek(out var record))
                {
                    MessageCopy.Copy(record, copy);
                    received.Add(MessageRecord.Read(copy, record.Length));
                }

                queue.ReceiverOf(1).Release();
            }
        });
        scene.Check(() => received.ExpectAll(0, count));
    });

    [Fact]
    public void What_is_not_committed_or_not_released_was_never_sent_or_received() => Scene.Explore(2, scene =>
    {
        const uint count = 3;
        var queue = scene.AddRecordQueue(Size, QueueOverflowPolicy.Block, [0], [1]);
        var received = new ReceivedMessages();
        scene.Do(() =>
        {
            for (var next = 1u; next <= count; next++)
            {
                if (queue.SenderOf(0).TryReserve(MessageRecord.MaximumBytes, out var room))
                    MessageCopy.Copy(new byte[MessageRecord.MaximumBytes], room);
                Assert.True(queue.Send(0, new Message(0, next)));
            }
        });
        scene.Do(() =>
        {
            while (received.Count < count)
            {
                queue.ReceiverOf(1).TryPeek(out _);
                Assert.True(queue.Receive(1, out var message));
                received.Add(message);
                queue.ReceiverOf(1).Release();
            }
        });
        scene.Check(() => received.ExpectAll(0, count));
    });

    [Fact]
    public void A_destination_that_is_too_short_takes_what_fits() => Scene.Explore(1, scene =>
    {
        var queue = scene.AddRecordQueue(Size, QueueOverflowPolicy.Block, [0], [1]);
        scene.Do(() =>
        {
            Assert.True(queue.SenderOf(0).Send(BytesOf(28)));
            Assert.True(queue.SenderOf(0).Send(BytesOf(3)));
        });
        scene.Do(() =>
        {
            var destination = new byte[5];
            Assert.True(queue.ReceiverOf(1).Receive(destination, out var length));
            Assert.Equal(28, length);
            Assert.Equal(BytesOf(28)[..5], destination);
            Assert.True(queue.ReceiverOf(1).Receive(destination.AsSpan(0, 0), out length));
            Assert.Equal(3, length);
        });
    });

    private static byte[] BytesOf(int length)
    {
        var record = new byte[length];
        for (var i = 0; i < length; i++)
            record[i] = (byte)(length + i);
        return record;
    }
}
