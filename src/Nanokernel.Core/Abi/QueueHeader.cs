using System.Runtime.InteropServices;

namespace Nanokernel.Abi;

/// <summary>
/// The start of a ring in shared memory: what one sender has for one receiver. Tail and head count messages and wrap at 2^32; the ring
/// holds tail - head of them. Each side writes only its own cache line and checks what it reads of the other's on every use.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 128)]
public struct QueueHeader
{
    /// <summary>The offset of the first slot.</summary>
    public const uint SlotsOffset = 128;

    /// <summary>Messages sent. Written by the sender.</summary>
    [FieldOffset(0)]
    public uint Tail;

    /// <summary>Not zero: the sender waits for space. Written by the sender.</summary>
    [FieldOffset(4)]
    public uint SenderWaits;

    /// <summary>Messages received. Written by the receiver.</summary>
    [FieldOffset(64)]
    public uint Head;

    /// <summary>Not zero: the receiver waits for a message. Written by the receiver.</summary>
    [FieldOffset(68)]
    public uint ReceiverWaits;
}
