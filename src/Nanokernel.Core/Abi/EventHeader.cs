using System.Runtime.InteropServices;

namespace Nanokernel.Abi;

/// <summary>The shared memory of an event. All that post it or wait for it change both words, atomically.</summary>
[StructLayout(LayoutKind.Explicit, Size = 128)]
public struct EventHeader
{
    /// <summary>Offset 0. How many waiters may go on: 0 or 1, unless the event counts. It stays at its maximum, 2^32 - 1.</summary>
    [FieldOffset(0)]
    public uint Count;

    /// <summary>Offset 64. One bit for each partition that waits, by index: those that a post wakes.</summary>
    [FieldOffset(64)]
    public uint Waiting;
}
