using System;
using System.Runtime.CompilerServices;
using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>
/// The serving end of a call channel, on which the servers stand that the SDK generates for interfaces with <c>[CallContract]</c>. It has
/// memory of its own with each client, and what one of them does to it reaches no other. Of several clients that ask, the one of the highest
/// priority comes first. Not for interrupt handlers.
/// </summary>
/// <typeparam name="T">The arguments and results of all methods. The build compares them with the clients'.</typeparam>
/// <param name="end">The address of the end's record; generated code passes it.</param>
public readonly unsafe struct CallServer<T>(nint end)
    where T : unmanaged
{
    private readonly ChannelEnd* _end = (ChannelEnd*)end;

    /// <summary>Takes a request if there is one. Never waits.</summary>
    /// <param name="request">The request.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryTake(out CallRequest<T> request)
    {
        var end = _end;
        var header = (CallHeader*)end->Address;

        // Partitions are numbered by priority, the highest first.
        for (var rest = end->Peers; rest != 0; rest &= rest - 1, header = CallExchange.Next(end, header))
        {
            var client = rest & (0 - rest);
            if (!CallExchange.HasRequest(header, client, out var number))
                continue;
            request = new CallRequest<T>(header, number, end->EndIndex, client);
            return true;
        }

        // Not zeroed: that would take an SSE register, whose first use after a switch costs an exception.
        Unsafe.SkipInit(out request);
        return false;
    }

    /// <summary>Takes a request; waits until there is one.</summary>
    /// <param name="request">The request.</param>
    /// <returns>Whether there was one: false once every client has ended.</returns>
    public bool Take(out CallRequest<T> request)
    {
        while (!TryTake(out request))
        {
            if (ChannelRing.HasNoPeer(_end))
                return false;
            CallExchange.WaitForRequest(_end, ulong.MaxValue);
        }

        return true;
    }

    /// <summary>Takes a request; waits for it no longer than a time.</summary>
    /// <param name="request">The request.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <returns>Whether there was one in time.</returns>
    public bool TryTake(out CallRequest<T> request, TimeSpan timeout)
    {
        var deadline = Clock.TimestampAfter(timeout);
        while (!TryTake(out request))
        {
            if (ChannelRing.HasNoPeer(_end) || Clock.Timestamp >= deadline)
                return false;
            CallExchange.WaitForRequest(_end, deadline);
        }

        return true;
    }
}
