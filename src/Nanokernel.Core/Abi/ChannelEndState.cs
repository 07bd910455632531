using System.Runtime.InteropServices;

namespace Nanokernel.Abi;

/// <summary>
/// What a partition keeps of an end for itself: one of the records at <see cref="ControlPage.ChannelStatesOffset"/> of its control page,
/// which no peer sees. The kernel does not read it.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 32)]
public struct ChannelEndState
{
    /// <summary>Offset 0. Of a receiving end, the bit in <see cref="ChannelEnd.Peers"/> of the sender that the latest message came from.</summary>
    public uint LatestPeer;

    /// <summary>Offset 4. Messages that were lost at this end: not sent because a ring was full, overwritten before they were read, or spoilt.</summary>
    public uint Lost;

    /// <summary>Offset 8. Of an end of a queue of records, the bytes that the next Commit or Release adds besides those of its record.</summary>
    public uint Pending;

    /// <summary>Offset 12. Messages that were opened in the queue itself, to be written or read in place, and are not given back yet.</summary>
    public uint Opened;

    /// <summary>Offset 16. Of a block of persistent memory, one more than the answer of its opening; 0: it is not open.</summary>
    public uint Found;
}
