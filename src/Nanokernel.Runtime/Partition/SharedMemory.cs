using System;
using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>
/// Memory that the partition shares with others: always there, and zero when the system starts. What is in it changes while it is read; for
/// single words that others write, use <see cref="System.Threading.Volatile"/> or <see cref="System.Threading.Interlocked"/>.
/// </summary>
/// <typeparam name="T">What is in it: an unmanaged struct, or the elements of an array. The build compares its layout with the others'.</typeparam>
/// <param name="end">The address of the end's record; generated code passes it.</param>
public readonly unsafe struct SharedMemory<T>(nint end)
    where T : unmanaged
{
    private readonly ChannelEnd* _end = (ChannelEnd*)end;

    /// <summary>
    /// How often partitions at the other side have been started anew. Where it has changed, what was agreed with them before is to be agreed
    /// again.
    /// </summary>
    public int PeerRestarts => ChannelRing.RestartsOf(_end->Peers);

    /// <summary>The value at the start of the memory.</summary>
    public ref T Value => ref *Pointer;

    /// <summary>The whole memory as values, as many as fit.</summary>
    public Span<T> Span => new(Pointer, (int)_end->Bytes / sizeof(T));

    /// <summary>The first byte as this partition sees it.</summary>
    public T* Pointer => (T*)_end->Address;
}
