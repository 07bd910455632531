namespace Nanokernel;

/// <summary>Giving the processor away.</summary>
public static class Processor
{
    private const uint NoDeadline = uint.MaxValue;

    /// <summary>
    /// Waits until something comes for this partition: an interrupt, its timer, or a message on a queue that it waits for. Comes back at
    /// once if something has come since the last wait, so a condition that is checked before is never missed:
    /// <c>while (!done) Processor.Wait();</c>. Not for interrupt handlers.
    /// </summary>
    public static void Wait() => Hypercalls.Wait(NoDeadline, NoDeadline);

    /// <summary>Lets the partitions of the same priority that are ready run first.</summary>
    public static void Yield() => Hypercalls.Yield();

    // Waits until something comes or the time-stamp counter reaches a value; false when it has.
    internal static bool WaitUntil(ulong timestamp) => Hypercalls.Wait((uint)timestamp, (uint)(timestamp >> 32)) == 0;
}
