// Time: the time-stamp counter, and what one count of it is worth.
namespace Nanokernel.Kernel;

/// <summary>The time-stamp counter is the system's clock; its rate is measured once, at boot, and handed to the partitions.</summary>
internal static class Clock
{
    // 10 ms: the error of reading the counter's output late is then some ten millionths.
    private const uint CalibrationCounts = 11_932;

    // A counter slower than this is scaled up for the conversion, whose factor has to stay below one.
    private const ulong SlowFrequency = 16_000_000;
    private const int SlowShift = 4;

    private static ulong s_frequency;
    private static ulong s_atBoot;
    private static uint s_countsFactor;
    private static uint s_longestShot;
    private static int s_shift;

    /// <summary>Counts a second.</summary>
    public static ulong Frequency => s_frequency;

    /// <summary>The counter when the kernel started.</summary>
    public static ulong AtBoot => s_atBoot;

    /// <summary>The time.</summary>
    public static ulong Now => Processor.ReadTimeStampCounter();

    /// <summary>Measures the counter against the 8254.</summary>
    public static void Initialize()
    {
        s_atBoot = Processor.ReadTimeStampCounter();
        var measured = IntervalTimer.Measure(CalibrationCounts);
        var product = (ulong)measured * IntervalTimer.Frequency;
        var high = (uint)(product >> 32);
        s_frequency = ((ulong)(high / CalibrationCounts) << 32) | Processor.Divide(high % CalibrationCounts, (uint)product, CalibrationCounts);

        // counts = time * factor / 2^32, factor = 2^32 * 8254 rate / TSC rate; both halved, so that 8 GHz fits.
        s_shift = s_frequency < SlowFrequency ? SlowShift : 0;
        var divisor = (uint)(s_frequency >> 1) << s_shift;
        s_countsFactor = Processor.Divide(IntervalTimer.Frequency >> 1, 0, divisor);
        s_longestShot = (uint)(((ulong)(measured / CalibrationCounts + 1) * IntervalTimer.CountMaximum) >> 1);
    }

    /// <summary>
    /// Counts of the 8254 that bring us to a deadline, or as near as one shot can: rounded up, so that it never comes early by design,
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
