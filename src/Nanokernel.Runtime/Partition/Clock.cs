using System;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Nanokernel;

/// <summary>The system's time: zero at boot, the same in every partition, read from the time-stamp counter without a hypercall.</summary>
public static unsafe class Clock
{
    /// <summary>The time since boot.</summary>
    public static TimeSpan Now => ToDuration(Timestamp - PartitionPages.Information->TscAtBoot);

    /// <summary>The value of the time-stamp counter. In instruction-count mode it counts executed instructions.</summary>
    public static ulong Timestamp => ReadTimestamp();

    /// <summary>Counts of the time-stamp counter in a second, as measured at boot.</summary>
    public static ulong Frequency => PartitionPages.Information->TscFrequency;

    /// <summary>Waits for a length of time; other partitions run meanwhile.</summary>
    /// <param name="duration">How long; nothing happens when it is not positive.</param>
    public static void Sleep(TimeSpan duration)
    {
        var now = Now;
        SleepUntil(duration <= TimeSpan.MaxValue - now ? now + duration : TimeSpan.MaxValue);
    }

    /// <summary>Waits until a time; other partitions run meanwhile.</summary>
    /// <param name="time">When to go on; nothing happens when it has passed.</param>
    public static void SleepUntil(TimeSpan time)
    {
        var timestamp = ToTimestamp(time);
        while (Timestamp < timestamp && Processor.WaitUntil(timestamp))
        {
        }

        // The kernel wakes us a moment before.
        while (Timestamp < timestamp)
        {
        }
    }

    /// <summary>
    /// The times of a period, for ever and without drift: <c>foreach (var time in Clock.Every(TimeSpan.FromMilliseconds(1)))</c> comes
    /// first one period from now. A body that takes longer than the period runs again at once until it has caught up.
    /// </summary>
    /// <param name="period">The period.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is not positive. It ends the partition.</exception>
    public static ClockTicks Every(TimeSpan period)
    {
        if (period <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(period));
        return new ClockTicks(Now, period);
    }

    // When a time from now on has passed; never, where that is beyond all times.
    internal static ulong TimestampAfter(TimeSpan timeout)
    {
        var now = Now;
        return timeout <= TimeSpan.MaxValue - now ? ToTimestamp(now + timeout) : ulong.MaxValue;
    }

    internal static ulong ToTimestamp(TimeSpan time)
    {
        if (time <= TimeSpan.Zero)
            return 0;
        var ticks = (ulong)time.Ticks;
        var seconds = ticks / TimeSpan.TicksPerSecond;
        var rest = ticks % TimeSpan.TicksPerSecond;

        // Rounded up: nobody is woken before the time.
        var partial = ((rest * Frequency) + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond;
        return PartitionPages.Information->TscAtBoot + (seconds * Frequency) + partial;
    }

    internal static TimeSpan ToDuration(ulong counts)
    {
        var frequency = Frequency;
        var seconds = counts / frequency;
        var rest = counts - (seconds * frequency);
        return new TimeSpan((long)((seconds * TimeSpan.TicksPerSecond) + (rest * TimeSpan.TicksPerSecond / frequency)));
    }

    [RuntimeImport("nk_read_tsc")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong ReadTimestamp();
}
