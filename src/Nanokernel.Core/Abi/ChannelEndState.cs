using System.Runtime.InteropServices;

namespace Nanokernel.Abi;

/// <summary>
/// What a partition keeps of an end for itself: one of the records at <see cref="ControlPage.ChannelStatesOffset"/> of its control page,
/// which no peer sees. The kernel does not read it.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 16)]
public struct ChannelEndState
{
    /// <summary>Offset 0. Of a receiving end, the bit in <see cref="ChannelEnd.Peers"/> of the sender that the latest message came from.</summary>
    public uint LatestPeer;

    /// <summary>Offset 4. Messages that were lost at this end: not sent because a ring was full, overwritten before they were read, or spoilt.</summary>
    public uint Lost;

    /// <summary>Offset 8. Of an end of a queue of records, the bytes that the next Commit or Release adds besides those of its record.</summary>
    public uint Pending;

    /// <summary>
    /// Offset 12. What is open. Of a queue, messages in the queue itself, to be written or read in place, that are not given back yet; of a queue
    /// of records, one more than the bytes of the room for a record; of a block of persistent memory, one more than the answer of its opening.
    /// </summary>
    public uint Opened;
}
