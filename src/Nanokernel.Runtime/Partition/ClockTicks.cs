using System;

namespace Nanokernel;

/// <summary>The times of a period; see <see cref="Clock.Every"/>. Enumerating it takes no memory.</summary>
public struct ClockTicks
{
    private readonly TimeSpan _period;

    internal ClockTicks(TimeSpan start, TimeSpan period) => (Current, _period) = (start, period);

    /// <summary>The time for which the current round was due.</summary>
    public TimeSpan Current { get; private set; }

    /// <summary>Waits for the next time.</summary>
    /// <returns>Always true.</returns>
    public bool MoveNext()
    {
        Current += _period;
        Clock.SleepUntil(Current);
        return true;
    }

    /// <summary>The enumerator: this value itself.</summary>
    public readonly ClockTicks GetEnumerator() => this;
}
