using System;
using System.Collections.Generic;
using Xunit;

namespace Nanokernel.Channels.Tests;

/// <summary>
/// What a server did, one call after the other: those of each client whole, each once, in order, and none that its client had given up before.
/// The answer to a call is its place among all, so that each says which call it belongs to.
/// </summary>
internal sealed class ServedCalls
{
    private readonly ReceivedMessages _arguments = new();
    private readonly List<(uint Sender, uint Number)> _calls = [];
    private readonly HashSet<(uint Sender, uint Number)> _givenUp = [];

    internal int Count => _calls.Count;

    internal IReadOnlyList<uint> Of(int client) => _arguments.Of(client);

    /// <summary>What the server does.</summary>
    internal Message Serve(Message argument)
    {
        Assert.DoesNotContain((argument.Sender, argument.Number), _givenUp);
        _arguments.Add(argument);
        _calls.Add((argument.Sender, argument.Number));
        return new Message(argument.Sender, (uint)Count);
    }

    /// <summary>Serves for as long as calls may come.</summary>
    internal void ServeAll(TestCall call, Func<bool> isCallingOver)
    {
        for (var isOver = false; !isOver;)
        {
            isOver = isCallingOver();
            while (call.TryServe(Serve, TimeSpan.FromTicks(20)))
            {
            }
        }
    }

    /// <summary>What a client does: a call that is completed was served meanwhile, and has its own answer.</summary>
    internal CallStatus Make(Message argument, Func<Message, CallResult<Message>> call)
    {
        var before = (uint)Count;
        var result = call(argument);
        if (result.TryGetValue(out var answer))
        {
            Assert.True(answer.IsWhole, $"The answer to {argument} is {answer}.");
            Assert.InRange(answer.Number, before + 1, (uint)Count);
            Assert.Equal((argument.Sender, argument.Number), _calls[(int)answer.Number - 1]);
        }
        else
        {
            _givenUp.Add((argument.Sender, argument.Number));
        }

        return result.Status;
    }
}
