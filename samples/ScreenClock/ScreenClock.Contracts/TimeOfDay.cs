namespace ScreenClock;

/// <summary>A time of day, by the real-time clock.</summary>
public readonly struct TimeOfDay(int hours, int minutes, int seconds)
{
    /// <summary>0 to 23.</summary>
    public int Hours { get; } = hours;

    /// <summary>0 to 59.</summary>
    public int Minutes { get; } = minutes;

    /// <summary>0 to 59.</summary>
    public int Seconds { get; } = seconds;
}
