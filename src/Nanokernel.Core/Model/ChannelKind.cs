namespace Nanokernel.Model;

/// <summary>What a channel is.</summary>
public enum ChannelKind
{
    /// <summary>A message queue.</summary>
    Queue,

    /// <summary>An event.</summary>
    Event,

    /// <summary>Shared memory.</summary>
    SharedMemory,

    /// <summary>A block of persistent memory.</summary>
    PersistentMemory,

    /// <summary>A queue of records of any length.</summary>
    RecordQueue,

    /// <summary>A lock.</summary>
    Lock,

    /// <summary>Calls from clients to a server.</summary>
    Call,

    /// <summary>A pool of persistent memory, whose blocks are asked for at run time.</summary>
    PersistentPool,

    /// <summary>The watch over a partition.</summary>
    Watch,
}
