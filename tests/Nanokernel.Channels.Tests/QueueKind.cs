namespace Nanokernel.Channels.Tests;

/// <summary>What a queue is of.</summary>
public enum QueueKind
{
    Messages,
    Records,
}
