using System;
using System.Runtime.CompilerServices;
using System.Threading;
using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>
/// The receiving end of a queue. Receiving takes no hypercall while there are messages, unless the sender waits for room. Not for an
/// interrupt handler and <c>Main</c> at the same time.
/// </summary>
/// <typeparam name="T">The message: an unmanaged struct. The build compares its layout with the sender's.</typeparam>
/// <param name="end">The address of the end's record; generated code passes it.</param>
public readonly unsafe struct Receiver<T>(nint end)
    where T : unmanaged
{
    private readonly ChannelEnd* _end = (ChannelEnd*)end;

    /// <summary>The most messages that the queue holds.</summary>
    public int Capacity => (int)_end->Capacity;

    /// <summary>Receives a message if there is one.</summary>
    /// <param name="message">The message.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryReceive(out T message)
    {
        var end = _end;
        var header = (QueueHeader*)end->Address;
        var head = header->Head;
        var tail = Volatile.Read(ref header->Tail);
        var count = tail - head;
        if (count - 1 >= end->Capacity)
        {
            // Empty; or the sender wrote nonsense, and what it says to be there is dropped.
            Unsafe.SkipInit(out message);
            if (count != 0)
                Volatile.Write(ref header->Head, tail);
            return false;
        }

        var slot = (byte*)header + QueueHeader.SlotsOffset + ((head & end->SlotMask) * end->SlotStride);
        message = Unsafe.ReadUnaligned<T>(slot);
        Volatile.Write(ref header->Head, head + 1);
        if (Volatile.Read(ref header->SenderWaits) != 0)
            Hypercalls.Notify(end->EndIndex);
        return true;
    }

    /// <summary>Receives a message; waits until there is one. Not for interrupt handlers.</summary>
    /// <returns>The message.</returns>
    public T Receive()
    {
        T message;
        while (!TryReceive(out message))
            WaitForMessage(ulong.MaxValue);
        return message;
    }

    /// <summary>Receives a message; waits for it no longer than a time. Not for interrupt handlers.</summary>
    /// <param name="message">The message.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <returns>Whether there was one in time.</returns>
    public bool TryReceive(out T message, TimeSpan timeout)
    {
        var deadline = Clock.ToTimestamp(Clock.Now + timeout);
        while (!TryReceive(out message))
        {
            if (Clock.Timestamp >= deadline)
                return false;
            WaitForMessage(deadline);
        }

        return true;
    }

    private void WaitForMessage(ulong deadline)
    {
        var header = (QueueHeader*)_end->Address;
        Volatile.Write(ref header->ReceiverWaits, 1);
        if (Volatile.Read(ref header->Tail) == header->Head)
            Processor.WaitUntil(deadline);
        Volatile.Write(ref header->ReceiverWaits, 0);
    }
}
