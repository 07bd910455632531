// The processor, as far as decisions hang on it: its counter.
using System;

namespace Nanokernel.Kernel;

/// <summary>The time-stamp counter stands still while the kernel runs, or gives what was read in a run that is replayed.</summary>
internal static unsafe class Processor
{
    /// <summary>The counter.</summary>
    public static ulong Now;

    private static ulong[]? s_recorded;
    private static int s_next;

    /// <summary>How many recorded values have been asked for.</summary>
    public static int RecordedReads => s_next;

    /// <summary>From now on the counter has these values, one for each time that it is read.</summary>
    public static void Replay(ulong[]? values) => (s_recorded, s_next) = (values, 0);

    public static ulong ReadTimeStampCounter()
    {
        if (s_recorded != null)
            Now = s_recorded[s_next++];
        return Now;
    }

    public static uint ReadPageFaultAddress() => 0;

    public static uint HoldInterrupts() => 0;

    public static void RestoreInterrupts(uint flags)
    {
    }

    public static uint Divide(uint high, uint low, uint divisor) => (uint)((((ulong)high << 32) | low) / divisor);

    public static void Activate(Partition* partition)
    {
    }

    public static void StartTime(ulong* now, Partition* partition) => *now = Now;
}

/// <summary>No partition uses the registers of x87 and SSE.</summary>
internal static class FloatingPoint
{
    public const bool AreShared = false;

    public static bool TryTake(int index) => false;

    public static void Forget(int index)
    {
    }

    public static void SwitchTo(int index)
    {
    }
}
