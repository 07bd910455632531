using Nanokernel.Checking;

namespace Nanokernel.Model;

/// <summary>A message queue as it was written, not checked yet.</summary>
/// <param name="Name">The name, the same that the partitions' ends have.</param>
/// <param name="Capacity">The most messages that it holds from each sender to each receiver.</param>
/// <param name="Location">Where it was added.</param>
public sealed record QueueDeclaration(string Name, int Capacity, SourceLocation? Location) : ChannelDeclaration(ChannelKind.Queue, Name, Location)
{
    /// <summary>What becomes of a message for a full queue.</summary>
    public QueueOverflow Overflow { get; init; }

    /// <summary>What becomes of its messages when a receiver starts anew.</summary>
    public QueueRestart Restart { get; init; }
}
