using System.Runtime.InteropServices;

namespace Nanokernel.Abi;

/// <summary>One end of a channel as its partition sees it: 32 bytes in the information page, so that a peer cannot change it.</summary>
[StructLayout(LayoutKind.Sequential, Size = 32)]
public struct ChannelEnd
{
    /// <summary>Offset 0. The virtual address of the channel's memory: a <see cref="QueueHeader"/> and its slots.</summary>
    public uint Address;

    /// <summary>Offset 4. The most messages that the queue holds.</summary>
    public uint Capacity;

    /// <summary>Offset 8. The number of slots, a power of two, less one.</summary>
    public uint SlotMask;

    /// <summary>Offset 12. The bytes from one slot to the next, a multiple of 4.</summary>
    public uint SlotStride;

    /// <summary>Offset 16. The index of this end, the argument of <see cref="Hypercall.Notify"/>.</summary>
    public uint EndIndex;

    /// <summary>Offset 20. The layout fingerprint of the message type.</summary>
    public uint Fingerprint;

    /// <summary>Offset 24. The bytes of one message.</summary>
    public uint MessageBytes;

    /// <summary>Offset 28. <see cref="ChannelEndKind"/>.</summary>
    public uint Kind;
}
