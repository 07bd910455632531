// The seam between deadlines and the timer that the system uses: the others are not in its kernel.
namespace Nanokernel.Kernel;

/// <summary>One shot of the 8254, of the local APIC's timer or of the HPET.</summary>
internal static class EventTimer
{
    /// <summary>The most counts that one shot takes.</summary>
    public static uint CountMaximum => KernelConfiguration.Timer == TimerKind.Intel8254 ? IntervalTimer.CountMaximum : int.MaxValue;

    /// <summary>Lets the processor's counter and the timer count for some time.</summary>
    /// <param name="duration">How long, in counts of the 8254.</param>
    /// <param name="counts">The timer's counts in that time.</param>
    /// <returns>The time-stamp counts in that time.</returns>
    public static uint Measure(uint duration, out uint counts)
    {
        counts = duration;
        if (KernelConfiguration.Timer == TimerKind.Intel8254)
            return IntervalTimer.Measure(duration);

        if (KernelConfiguration.Timer == TimerKind.LocalApic)
            LocalApic.StartMeasurement();
        else
            HighPrecisionTimer.StartMeasurement();
        var measured = IntervalTimer.Measure(duration);
        counts = KernelConfiguration.Timer == TimerKind.LocalApic ? LocalApic.EndMeasurement() : HighPrecisionTimer.EndMeasurement();
        return measured;
    }

    /// <summary>Sets the timer to its mode; it interrupts from the first <see cref="Start"/> on.</summary>
    /// <returns>Whether the machine has it; otherwise it is refused, and the reason written.</returns>
    public static bool TryInitialize()
    {
        // Whatever the firmware left it at: no interrupts until it is started.
        IntervalTimer.Initialize();
        if (KernelConfiguration.Timer == TimerKind.Hpet)
            return HighPrecisionTimer.TryRoute();
        if (KernelConfiguration.Timer == TimerKind.LocalApic)
            LocalApic.InitializeTimer();
        return true;
    }

    /// <summary>Asks for an interrupt in so many counts, 1 to <see cref="CountMaximum"/>, and forgets what was asked before.</summary>
    public static void Start(uint counts)
    {
        if (KernelConfiguration.Timer == TimerKind.Intel8254)
            IntervalTimer.Start(counts);
        else if (KernelConfiguration.Timer == TimerKind.LocalApic)
            LocalApic.StartTimer(counts);
        else
            HighPrecisionTimer.Start(counts);
    }
}

/// <summary>The values of <see cref="KernelConfiguration.Timer"/>, written by KernelConfigurationWriter.</summary>
internal static class TimerKind
{
    public const int Intel8254 = 0;
    public const int LocalApic = 1;
    public const int Hpet = 2;
}
