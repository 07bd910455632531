using Nanokernel.Checking;

namespace Nanokernel.Model;

/// <summary>A queue of records of any length as it was written, not checked yet.</summary>
/// <param name="Name">The name, the same that the partitions' ends have.</param>
/// <param name="Size">The bytes that it holds from each sender to each receiver, a power of two: records, and 4 bytes for each.</param>
/// <param name="Location">Where it was added.</param>
public sealed record RecordQueueDeclaration(string Name, ByteSize Size, SourceLocation? Location)
    : ChannelDeclaration(ChannelKind.RecordQueue, Name, Location)
{
    /// <summary>What becomes of a record for a full queue; <see cref="QueueOverflow.OverwriteOldest"/> is not possible.</summary>
    public QueueOverflow Overflow { get; init; }

    /// <summary>What becomes of its records when a receiver starts anew.</summary>
    public QueueRestart Restart { get; init; }

    /// <summary>Where that was stated.</summary>
    public SourceLocation? OverflowLocation { get; init; }
}
