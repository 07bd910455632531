using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Nanokernel.Channels.Tests;

/// <summary>What a receiver got: the messages of each sender whole, each once, in order.</summary>
internal sealed class ReceivedMessages
{
    private readonly Dictionary<uint, List<uint>> _numbers = [];

    internal int Count { get; private set; }

    internal void Add(in Message message)
    {
        Assert.True(message.IsWhole, $"Received {message}.");
        if (!_numbers.TryGetValue(message.Sender, out var numbers))
            _numbers.Add(message.Sender, numbers = []);
        Assert.True(numbers.Count == 0 || numbers[^1] < message.Number, $"Received {message} after {numbers.LastOrDefault()}.");
        numbers.Add(message.Number);
        Count++;
    }

    /// <summary>Receives for as long as messages may come.</summary>
    internal void AddAll(ITestQueue<Message> queue, int receiver, Func<bool> isSendingOver)
    {
        for (var isOver = false; !isOver;)
        {
            isOver = isSendingOver();
            while (queue.TryReceive(receiver, out var message, TimeSpan.FromTicks(20)))
                Add(message);
        }
    }

    internal IReadOnlyList<uint> Of(int sender) => _numbers.GetValueOrDefault((uint)sender, []);

    /// <summary>Every message of a sender has come, from the first to one with a number.</summary>
    internal void ExpectAll(int sender, uint last) => Assert.Equal(Enumerable.Range(1, (int)last).Select(number => (uint)number), Of(sender));
}
