// A timer that counts as the time-stamp counter does.
namespace Nanokernel.Kernel;

/// <summary>One shot. A count may begin in the middle, so a shot of so many counts is over after one less.</summary>
internal static class EventTimer
{
    /// <summary>No shot has been asked for.</summary>
    public const ulong Never = ulong.MaxValue;

    public static uint CountMaximum;

    /// <summary>What the two counters count while they are measured; 0: as much as it lasts.</summary>
    public static uint MeasuredCounts;
    public static uint MeasuredTime;

    /// <summary>When the shot comes, or <see cref="Never"/>.</summary>
    public static ulong Due;

    public static uint Measure(uint duration, out uint counts)
    {
        counts = MeasuredCounts != 0 ? MeasuredCounts : duration;
        var start = Processor.ReadTimeStampCounter();
        Processor.Now += MeasuredTime != 0 ? MeasuredTime : duration;
        return (uint)(Processor.ReadTimeStampCounter() - start);
    }

    public static bool TryInitialize()
    {
        Due = Never;
        return true;
    }

    public static void Start(uint counts) => Due = Processor.Now + counts - 1;
}

/// <summary>A count a microsecond, and some.</summary>
internal static class IntervalTimer
{
    public const uint Frequency = 1_193_182;
}

internal static class HighPrecisionTimer
{
    public static bool TryInitialize() => true;
}

internal static class TimerKind
{
    public const int Intel8254 = 0;
    public const int Hpet = 2;
}
