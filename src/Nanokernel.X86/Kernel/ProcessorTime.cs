// Who has used the processor for how long.
using System.Runtime.CompilerServices;
using Nanokernel.Policy;

namespace Nanokernel.Kernel;

/// <summary>
/// A partition's time is the time-stamp counter less a base in its information page: whoever starts to run again has the base moved by the
/// time since it stopped. Nothing is summed up, and nothing is done while the same partition goes on.
/// </summary>
internal static unsafe class ProcessorTime
{
    private static ulong s_idleSince;
    private static ulong s_idle;

    /// <summary>Idling starts.</summary>
    public static void Initialize() => s_idleSince = Clock.Now;

    /// <summary>The processor goes from one partition to idling.</summary>
    public static void Stop(int previous)
    {
        s_idleSince = Clock.Now;
        Partitions.At(previous)->StoppedAt = s_idleSince;
    }

    /// <summary>The time in which no partition ran. Somebody runs now.</summary>
    public static ulong Idle => s_idle;

    /// <summary>How long a partition has run.</summary>
    public static ulong Of(int index, ulong now)
        => (index == Dispatcher.Current ? now : Partitions.At(index)->StoppedAt) - Partitions.At(index)->Information->ProcessorTimeBase;

    /// <summary>The processor goes from one partition, or from idling, to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Start(int previous, Partition* next)
    {
        if (previous == Scheduler.Idle)
            StartFromIdle(next);
        else
            Processor.StartTime(&Partitions.At(previous)->StoppedAt, next);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StartFromIdle(Partition* next)
    {
        var now = Clock.Now;
        s_idle += now - s_idleSince;
        Processor.StartTime(&now, next);
    }
}
