using System;
using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>
/// Memory that a bus master reads and writes: contiguous in physical memory, and no other partition's. It is zero when the system starts.
/// The processor's caches see what a device writes, and a device sees what was written here (on a PC they agree on all memory).
/// </summary>
/// <param name="window">The address of the buffer's record; generated code passes it.</param>
public readonly unsafe struct DmaBuffer(nint window)
{
    private readonly MemoryWindow* _window = (MemoryWindow*)window;

    /// <summary>The address of the first byte as a device has to be told it.</summary>
    public uint PhysicalAddress => _window->PhysicalAddress;

    /// <summary>The bytes.</summary>
    public int Length => (int)_window->Bytes;

    /// <summary>The first byte as the partition sees it.</summary>
    public void* Pointer => (void*)_window->Address;

    /// <summary>The whole buffer. For words that a device changes meanwhile, use <see cref="System.Threading.Volatile"/> on its elements.</summary>
    public Span<byte> Span => new(Pointer, Length);
}
