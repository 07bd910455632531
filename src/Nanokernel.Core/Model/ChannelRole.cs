using Nanokernel.Abi;

namespace Nanokernel.Model;

/// <summary>What a partition does at its end of a channel. The values are those of <see cref="ChannelEndKind"/>.</summary>
public enum ChannelRole
{
    /// <summary>Is watched. It has no end.</summary>
    Watched = 0,

    /// <summary>Sends on a queue.</summary>
    QueueSender = (int)ChannelEndKind.QueueSender,

    /// <summary>Receives from a queue.</summary>
    QueueReceiver = (int)ChannelEndKind.QueueReceiver,

    /// <summary>Posts an event.</summary>
    EventPoster = (int)ChannelEndKind.EventPoster,

    /// <summary>Waits for an event.</summary>
    EventWaiter = (int)ChannelEndKind.EventWaiter,

    /// <summary>Reads and writes shared memory.</summary>
    SharedMemoryWriter = (int)ChannelEndKind.SharedMemoryWriter,

    /// <summary>Reads shared memory.</summary>
    SharedMemoryReader = (int)ChannelEndKind.SharedMemoryReader,

    /// <summary>Keeps a block of persistent memory.</summary>
    PersistentMemoryOwner = (int)ChannelEndKind.PersistentMemoryOwner,

    /// <summary>Sends on a queue of records.</summary>
    RecordSender = (int)ChannelEndKind.RecordSender,

    /// <summary>Receives from a queue of records.</summary>
    RecordReceiver = (int)ChannelEndKind.RecordReceiver,

    /// <summary>Takes a lock.</summary>
    LockUser = (int)ChannelEndKind.LockUser,

    /// <summary>Calls.</summary>
    CallClient = (int)ChannelEndKind.CallClient,

    /// <summary>Serves calls.</summary>
    CallServer = (int)ChannelEndKind.CallServer,

    /// <summary>Has blocks of a pool of persistent memory.</summary>
    PersistentPoolUser = (int)ChannelEndKind.PersistentPoolUser,

    /// <summary>Watches a partition.</summary>
    Watcher = (int)ChannelEndKind.Watcher,
}
