// Time: the time-stamp counter, and what one count of it is worth.
namespace Nanokernel.Kernel;

/// <summary>The time-stamp counter is the system's clock; its rate is measured once, at boot, and handed to the partitions.</summary>
internal static class Clock
{
    // 10 ms: the error of reading the counter's output late is then some ten millionths.
    private const uint CalibrationCounts = 11_932;

    // A counter that is slower than the timer is scaled up for the conversion, whose factor has to stay below one.
    private const int ShiftMaximum = 8;

    private static ulong s_frequency;
    private static ulong s_atBoot;
    private static uint s_countsFactor;
    private static uint s_longestShot;
    private static uint s_wakeLead;
    private static int s_shift;

    /// <summary>Counts a second.</summary>
    public static ulong Frequency => s_frequency;

    /// <summary>The counter when the kernel started.</summary>
    public static ulong AtBoot => s_atBoot;

    /// <summary>
    /// How long before its deadline a waiting partition is woken, in counts: one of the timer, for a shot comes up to that behind what is
    /// asked; and at least half a microsecond for the road to the partition.
    /// </summary>
    public static uint WakeLead => s_wakeLead;

    /// <summary>The time.</summary>
    public static ulong Now => Processor.ReadTimeStampCounter();

    /// <summary>Measures the counter against the 8254, and against the timer that the system uses.</summary>
    /// <returns>Whether the machine has that timer.</returns>
    public static bool TryInitialize()
    {
        if (KernelConfiguration.Timer == TimerKind.Hpet && !HighPrecisionTimer.TryInitialize())
            return false;
        s_atBoot = Processor.ReadTimeStampCounter();
        var measured = EventTimer.Measure(CalibrationCounts, out var counts);
        var product = (ulong)measured * IntervalTimer.Frequency;
        var high = (uint)(product >> 32);
        s_frequency = ((ulong)(high / CalibrationCounts) << 32) | Processor.Divide(high % CalibrationCounts, (uint)product, CalibrationCounts);

        // counts = time * factor / 2^32, factor = 2^32 * the timer's counts / those of the TSC in the same time.
        s_shift = 0;
        while (s_shift < ShiftMaximum && counts >= measured << s_shift)
            s_shift++;
        if (counts == 0 || counts >= measured << s_shift)
            return Boot.Refuse("its timer does not count, or much faster than the processor"u8);
        s_countsFactor = Processor.Divide(counts, 0, measured << s_shift);

        // Half of what the timer takes, and of what 32 bits take.
        var count = (measured / counts) + 1;
        var halfMicrosecond = (uint)CountsOf(1) >> 1;
        s_wakeLead = count > halfMicrosecond ? count : halfMicrosecond;
        var longest = (ulong)count * EventTimer.CountMaximum;
        var widest = (ulong)(uint.MaxValue >> s_shift);
        s_longestShot = (uint)((longest < widest ? longest : widest) >> 1);
        return true;
    }

    /// <summary>The counts of a time, good to one microsecond of each.</summary>
    public static ulong CountsOf(uint microseconds)
        => (ulong)microseconds * Processor.Divide((uint)(s_frequency >> 32), (uint)s_frequency, 1_000_000);

    /// <summary>
    /// Counts of the timer that bring us to a deadline, or as near as one shot can: rounded up, so that it never comes early by design,
    /// and looked at again when it comes.
    /// </summary>
    public static uint CountsUntil(ulong deadline)
    {
        var now = Now;
        if (deadline <= now)
            return 1;
        var remaining = deadline - now;
        if (remaining >= s_longestShot)
            remaining = s_longestShot;
        return (uint)(((ulong)((uint)remaining << s_shift) * s_countsFactor) >> 32) + 1;
    }
}
