using System;

namespace Nanokernel.Channels.Tests;

/// <summary>What queues of every kind have in common.</summary>
internal interface ITestQueue<T>
{
    /// <summary>As many messages always have room.</summary>
    int Capacity { get; }

    /// <summary>The address and the bytes of a ring.</summary>
    (uint Address, uint Bytes) RegionOf(int sender, int receiver);

    bool Send(int sender, T message);

    bool TrySend(int sender, T message);

    bool TrySend(int sender, T message, TimeSpan timeout);

    /// <summary>What a sender says to have lost.</summary>
    uint LostBy(int sender);

    bool Receive(int receiver, out T message);

    bool TryReceive(int receiver, out T message);

    bool TryReceive(int receiver, out T message, TimeSpan timeout);
}
