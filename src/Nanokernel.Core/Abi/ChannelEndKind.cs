namespace Nanokernel.Abi;

/// <summary>What a <see cref="ChannelEnd"/> is for.</summary>
public static class ChannelEndKind
{
    /// <summary>The sending end of a queue.</summary>
    public const uint QueueSender = 1;

    /// <summary>The receiving end of a queue.</summary>
    public const uint QueueReceiver = 2;

    /// <summary>Posts an event.</summary>
    public const uint EventPoster = 3;

    /// <summary>Waits for an event.</summary>
    public const uint EventWaiter = 4;

    /// <summary>Reads and writes shared memory.</summary>
    public const uint SharedMemoryWriter = 5;

    /// <summary>Reads shared memory.</summary>
    public const uint SharedMemoryReader = 6;

    /// <summary>Keeps a block of persistent memory.</summary>
    public const uint PersistentMemoryOwner = 7;

    /// <summary>Takes a lock.</summary>
    public const uint LockUser = 8;

    /// <summary>Calls the server of a call channel.</summary>
    public const uint CallClient = 9;

    /// <summary>Serves the calls of a call channel.</summary>
    public const uint CallServer = 10;

    /// <summary>Has blocks of a pool of persistent memory.</summary>
    public const uint PersistentPoolUser = 11;

    /// <summary>The sending end of a queue of records.</summary>
    public const uint RecordSender = 12;

    /// <summary>The receiving end of a queue of records.</summary>
    public const uint RecordReceiver = 13;

    /// <summary>Watches a partition.</summary>
    public const uint Watcher = 14;
}
