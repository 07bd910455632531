using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Nanokernel;

/// <summary>Giving the processor away.</summary>
public static unsafe class Processor
{
    private const uint NoDeadline = uint.MaxValue;

    /// <summary>
    /// Waits until something comes for this partition: an interrupt, its timer, or a message on a queue that it waits for. Comes back at
    /// once if something has come since the last wait, so a condition that is checked before is never missed:
    /// <c>while (!done) Processor.Wait();</c>. Everything that can wait is a wait in this sense, <c>Send</c> and <c>Receive</c> too: check
    /// right before. Not for interrupt handlers.
    /// </summary>
    public static void Wait() => Hypercalls.Wait(NoDeadline, NoDeadline);

    /// <summary>Lets the partitions of the same priority that are ready run first.</summary>
    public static void Yield() => Hypercalls.Yield();

    /// <summary>For how long this partition has run since boot. Takes no hypercall.</summary>
    public static TimeSpan Time
    {
        get
        {
            // Whenever the partition gets the processor back, its base has moved on: a timestamp from before does not belong to it.
            ulong zero, timestamp;
            do
            {
                zero = ReadWhole(ref PartitionPages.Information->ProcessorTimeBase);
                timestamp = Clock.Timestamp;
            }
            while (zero != ReadWhole(ref PartitionPages.Information->ProcessorTimeBase));
            return Clock.ToDuration(timestamp - zero);
        }
    }

    /// <summary>For how long no partition has run since boot.</summary>
    public static TimeSpan IdleTime => Clock.ToDuration(Hypercalls.GetIdleTime());

    // The kernel writes both halves whenever it gives the processor back, which may be between two of our reads. A 64-bit read that is
    // atomic would write, and the page is read-only.
    private static ulong ReadWhole(ref ulong value)
    {
        ref var low = ref Unsafe.As<ulong, uint>(ref value);
        ref var high = ref Unsafe.Add(ref low, 1);
        for (;;)
        {
            var before = Volatile.Read(ref high);
            var result = Volatile.Read(ref low);
            if (Volatile.Read(ref high) == before)
                return ((ulong)before << 32) | result;
        }
    }

    // Waits until something comes or the time-stamp counter reaches a value; false when it has.
    internal static bool WaitUntil(ulong timestamp) => Hypercalls.Wait((uint)timestamp, (uint)(timestamp >> 32)) == 0;
}
