using System;
using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>
/// The partition's one timer: runs a handler at a time, as an upcall, while <c>Main</c> goes on with something else. The rules of
/// <see cref="Interrupts"/> hold for the handler.
/// </summary>
public static class PartitionTimer
{
    private static Action? s_handler;
    private static TimeSpan s_due;
    private static TimeSpan s_period;

    /// <summary>Starts the timer for one time; a time that it was started for before is forgotten.</summary>
    /// <param name="due">When the handler is to run; at once if that has passed.</param>
    /// <param name="handler">What is to run.</param>
    public static void StartAt(TimeSpan due, Action handler) => Start(due, TimeSpan.Zero, handler);

    /// <summary>Starts the timer for every end of a period, without drift, first one period from now.</summary>
    /// <param name="period">The period.</param>
    /// <param name="handler">What is to run.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is not positive. It ends the partition.</exception>
    public static void StartEvery(TimeSpan period, Action handler)
    {
        if (period <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(period));
        Start(Clock.Now + period, period, handler);
    }

    /// <summary>Stops the timer. An expiry that is pending already may still be handled.</summary>
    public static void Stop()
    {
        using (Interrupts.Disable())
        {
            s_handler = null;
            Hypercalls.SetTimer(uint.MaxValue, uint.MaxValue);
        }
    }

    private static void Start(TimeSpan due, TimeSpan period, Action handler)
    {
        if (handler is null)
            throw new ArgumentNullException(nameof(handler));
        using (Interrupts.Disable())
        {
            (s_due, s_period, s_handler) = (due, period, handler);
            Interrupts.SetHandler(VirtualInterrupt.Timer, Expired);
            Arm();
        }
    }

    private static void Expired()
    {
        if (s_handler is not { } handler)
            return;
        if (s_period > TimeSpan.Zero)
        {
            s_due += s_period;
            Arm();
        }

        handler();
    }

    private static void Arm()
    {
        var timestamp = Clock.ToTimestamp(s_due);
        Hypercalls.SetTimer((uint)timestamp, (uint)(timestamp >> 32));
    }
}
