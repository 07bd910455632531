// The 8254 programmable interval timer.
namespace Nanokernel.Kernel;

/// <summary>Intel 8254: counter 0 interrupts once (mode 0), counter 2 measures the time-stamp counter at boot.</summary>
internal static class IntervalTimer
{
    /// <summary>Counts a second: the PC's 14.31818 MHz crystal divided by 12.</summary>
    public const uint Frequency = 1_193_182;

    /// <summary>The most counts that one shot takes.</summary>
    public const uint CountMaximum = 0xFFFF;

    private const uint Counter0 = 0x40;
    private const uint Counter2 = 0x42;
    private const uint ControlWord = 0x43;
    private const uint Counter0Mode0 = 0x30;    // SC 00, RW 11 (low byte, then high byte), M 000 (interrupt on terminal count), binary
    private const uint Counter2Mode0 = 0xB0;    // SC 10, otherwise the same
    private const uint Counter2Latch = 0x80;    // SC 10, RW 00 (counter latch command)
    private const uint SystemControlPortB = 0x61;
    private const uint Gate2 = 0x01;
    private const uint SpeakerData = 0x02;
    private const uint Out2 = 0x20;

    // A read of a port takes longer than a nanosecond anywhere, and a look with its delays longer than 100: these take longer than what is
    // measured, 10 ms.
    private const uint MeasurementReadMaximum = 1u << 24;
    private const uint LookMaximum = 1u << 17;
    private const uint DelaysBetweenLooks = 64;
    private const uint NearCounts = 256;        // 215 us

    /// <summary>Sets counter 0 to its mode; it counts from the first <see cref="Start"/>.</summary>
    public static void Initialize() => Processor.Out8(ControlWord, Counter0Mode0);

    /// <summary>Asks for an interrupt in so many counts, 1 to <see cref="CountMaximum"/>, and forgets what was asked before.</summary>
    public static void Start(uint counts)
    {
        Processor.Out8(Counter0, counts & 0xFF);
        Processor.Out8(Counter0, counts >> 8);
    }

    /// <summary>Waits with counter 2; the speaker stays silent.</summary>
    /// <param name="counts">How long.</param>
    /// <returns>The time-stamp counts that passed; 0 where the counter does not count.</returns>
    public static uint Measure(uint counts)
    {
        Processor.Out8(SystemControlPortB, (Processor.In8(SystemControlPortB) & ~SpeakerData) | Gate2);
        Processor.Out8(ControlWord, Counter2Mode0);
        Processor.Out8(Counter2, counts & 0xFF);
        var start = Processor.ReadTimeStampCounter();
        Processor.Out8(Counter2, counts >> 8);

        // A read is dear to a machine that is emulated: they follow each other closely only near the end. Behind it the counter goes on from
        // FFFFh, and so reads what does not answer.
        var reads = 0u;
        while (ReadCounter2() is var remaining && remaining > NearCounts && remaining <= counts && reads < LookMaximum)
        {
            reads++;
            for (var i = 0; i < DelaysBetweenLooks; i++)
                Processor.Delay();
        }

        // OUT is low while it counts: where it is high at once, nothing answers, and all bits read as set.
        while ((Processor.In8(SystemControlPortB) & Out2) == 0 && reads < MeasurementReadMaximum)
            reads++;
        return reads is 0 or MeasurementReadMaximum ? 0 : (uint)(Processor.ReadTimeStampCounter() - start);
    }

    private static uint ReadCounter2()
    {
        Processor.Out8(ControlWord, Counter2Latch);
        var low = Processor.In8(Counter2);
        return low | (Processor.In8(Counter2) << 8);
    }
}
