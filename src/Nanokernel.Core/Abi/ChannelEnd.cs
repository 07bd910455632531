using System.Runtime.InteropServices;

namespace Nanokernel.Abi;

/// <summary>One end of a channel as its partition sees it: 48 bytes in the information page, so that a peer cannot change it.</summary>
/// <remarks>
/// A queue has a ring for each pair of a sender and a receiver, so that a partition that spoils one reaches nobody else. An end finds its
/// first ring at <see cref="Address"/> and one for each further bit of <see cref="Peers"/>, lowest first, <see cref="RingStride"/> bytes on.
/// A call channel has memory for each client, a <see cref="CallHeader"/> and its message, which the server finds in the same way.
/// </remarks>
[StructLayout(LayoutKind.Sequential, Size = 48)]
public struct ChannelEnd
{
    /// <summary>Offset 0. The virtual address of the channel's memory; of a queue, that of the first ring: a <see cref="QueueHeader"/> and its slots; of a call channel, that of the first <see cref="CallHeader"/>.</summary>
    public uint Address;

    /// <summary>Offset 4. The bytes of the memory at the address; of a queue or call channel, those of a ring or of one client.</summary>
    public uint Bytes;

    /// <summary>Offset 8. The most messages that a ring holds; of a queue of records, the bytes; of an event, one bit for each partition that posts it, by index.</summary>
    public uint Capacity;

    /// <summary>Offset 12. The number of slots of a ring, a power of two, less one; of a queue of records, the bytes, less 4.</summary>
    public uint SlotMask;

    /// <summary>Offset 16. The bytes of one message, and from one slot to the next; of a queue of records, 1.</summary>
    public uint MessageBytes;

    /// <summary>Offset 20. The bytes from one of the end's rings, or clients, to the next.</summary>
    public uint RingStride;

    /// <summary>Offset 24. One bit for each partition at the other side, by index: those that <see cref="Hypercall.Notify"/> may wake.</summary>
    public uint Peers;

    /// <summary>Offset 28. The index of this end, an argument of <see cref="Hypercall.Notify"/>, and of its <see cref="ChannelEndState"/>.</summary>
    public uint EndIndex;

    /// <summary>Offset 32. <see cref="ChannelEndKind"/>.</summary>
    public uint Kind;

    /// <summary>Offset 36. What the kind is declared with: <see cref="QueueOverflowPolicy"/> or <see cref="EventMode"/>.</summary>
    public uint Policy;

    /// <summary>Offset 40. FNV-1a, 32 bits, of the channel's name.</summary>
    public uint NameHash;

    /// <summary>Offset 44. The fingerprint of the layout of what is sent, shared or called; 0 where there is nothing.</summary>
    public uint Fingerprint;
}
