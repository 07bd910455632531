using System.Runtime.CompilerServices;
using System.Threading;
using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>
/// The sending end of a queue. Sending takes no hypercall unless the receiver waits. Not for an interrupt handler and <c>Main</c> at the
/// same time: hold handlers back with <see cref="Interrupts.Disable"/> where both send.
/// </summary>
/// <typeparam name="T">The message: an unmanaged struct. The build compares its layout with the receiver's.</typeparam>
/// <param name="end">The address of the end's record; generated code passes it.</param>
public readonly unsafe struct Sender<T>(nint end)
    where T : unmanaged
{
    private readonly ChannelEnd* _end = (ChannelEnd*)end;

    /// <summary>The most messages that the queue holds.</summary>
    public int Capacity => (int)_end->Capacity;

    /// <summary>The messages that are in the queue.</summary>
    public int Count
    {
        get
        {
            var header = (QueueHeader*)_end->Address;
            var count = header->Tail - Volatile.Read(ref header->Head);
            return count <= _end->Capacity ? (int)count : 0;
        }
    }

    /// <summary>Sends a message if there is room.</summary>
    /// <param name="message">The message; it is copied.</param>
    /// <returns>Whether it was sent.</returns>
    public bool TrySend(in T message)
    {
        var end = _end;
        var header = (QueueHeader*)end->Address;
        var tail = header->Tail;

        // What a hostile receiver writes here can only make the queue look full.
        if (tail - Volatile.Read(ref header->Head) >= end->Capacity)
            return false;

        var slot = (byte*)header + QueueHeader.SlotsOffset + ((tail & end->SlotMask) * end->SlotStride);
        Unsafe.WriteUnaligned(slot, message);
        Volatile.Write(ref header->Tail, tail + 1);

        // There is one processor: what was written before is seen by whoever runs next.
        if (Volatile.Read(ref header->ReceiverWaits) != 0)
            Hypercalls.Notify(end->EndIndex);
        return true;
    }

    /// <summary>Sends a message; waits while the queue is full. Not for interrupt handlers.</summary>
    /// <param name="message">The message; it is copied.</param>
    public void Send(in T message)
    {
        while (!TrySend(message))
        {
            var header = (QueueHeader*)_end->Address;
            Volatile.Write(ref header->SenderWaits, 1);
            if (header->Tail - Volatile.Read(ref header->Head) >= _end->Capacity)
                Processor.Wait();
            Volatile.Write(ref header->SenderWaits, 0);
        }
    }
}
