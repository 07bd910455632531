// What the build writes for each system, as values that are set before a sequence.
using System;
using System.Runtime.CompilerServices;

namespace Nanokernel.Kernel;

/// <summary>
/// Four partitions, and four windows or none. The kernel reads its tables through pointers, so
/// they lie in static fields, which do not move.
/// </summary>
internal static unsafe class KernelConfiguration
{
    public const int PartitionCount = 4;
    public const int WindowCount = 4;
    public const int LockCount = 3;
    public const uint EndSystemPartitions = 0;
    public const bool HasExceptionHandlers = false;
    public const bool HasReplaceableImages = false;
    public const bool HasPollingPartitions = false;
    public const bool HasPciInterrupts = false;
    public const uint OwnedLines = 0xFFFF;
    public const int Timer = TimerKind.Intel8254;

    public static bool HasChannels = true;
    public static bool HasRestarts;
    public static bool HasHeartbeats;
    public static bool HasBudgetFaults;
    public static bool HasHypercallFaults;
    public static bool HasShares;
    public static bool HasTrace;
    public static bool HasLocks;
    public static bool HasEqualPriorities;
    public static bool HasWindows;
    public static bool UsesApic;
    public static uint SliceMicroseconds;
    public static uint LevelLines;
    public static int InterruptLimitCount;

    private static ConfigurationTable s_equalPartitions;
    private static ConfigurationTable s_budgets;
    private static ConfigurationTable s_windows;
    private static ConfigurationTable s_channelPeers;
    private static ConfigurationTable s_endLocks;
    private static ConfigurationTable s_interruptLimits;

    public static Span<uint> EqualPartitions => Open(ref s_equalPartitions);

    public static Span<uint> Budgets => Open(ref s_budgets);

    public static Span<uint> Windows => Open(ref s_windows);

    public static Span<uint> ChannelPeers => Open(ref s_channelPeers);

    public static Span<uint> EndLocks => Open(ref s_endLocks);

    public static Span<uint> InterruptLimits => Open(ref s_interruptLimits);

    private static Span<uint> Open(ref ConfigurationTable table) => new(Unsafe.AsPointer(ref table), ConfigurationTable.Words);
}

/// <summary>Room for the longest table: a limit for each line.</summary>
[InlineArray(Words)]
internal struct ConfigurationTable
{
    public const int Words = 48;

    private uint _first;
}
