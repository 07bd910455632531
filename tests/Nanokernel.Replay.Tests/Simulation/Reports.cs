// What the kernel says and writes.
using System;
using System.Runtime.CompilerServices;
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>Nothing is written down.</summary>
internal static unsafe class FaultRecords
{
    private static FaultRecord s_record;

    public static FaultRecord* Latest(int index) => (FaultRecord*)Unsafe.AsPointer(ref s_record);

    public static FaultRecord* Begin(int index, uint kind, uint detail, uint action) => (FaultRecord*)Unsafe.AsPointer(ref s_record);
}

/// <summary>Every fault stops its partition, and nobody is told.</summary>
internal static unsafe class Faults
{
    public static uint ActionFor(int index, uint kind) => FaultActionKind.Stop;

    public static bool IsRestart(uint action) => false;

    public static FaultLog* LogOf(int index) => null;

    public static void Tell(int index, uint state)
    {
    }
}

/// <summary>No instruction of a partition is run, so none faults.</summary>
internal static unsafe class FaultCause
{
    public static bool IsStackGuard(InformationPage* information, uint address) => false;
}

internal static unsafe class KernelPanic
{
    public static void Report(Context* context, uint* stack)
    {
    }
}

internal static unsafe class Recovery
{
    public const uint Undecided = uint.MaxValue;

    public static void LetOthersRun(int index)
    {
    }

    public static bool TakePause(int index) => false;

    public static void Start(int index, uint action, bool hasRecord, PanicRequest* request)
    {
    }

    public static void Change(int index, uint action)
    {
    }

    public static uint ActionOf(int index) => FaultActionKind.Stop;

    public static bool IsDone(int index) => true;

    public static void Repeat(int index)
    {
    }
}

/// <summary>No partition's image can be replaced.</summary>
internal static class Images
{
    public static bool IsOnTrial(int index) => false;

    public static bool IsReplaceable(int index) => false;

    public static void Describe(int index)
    {
    }
}

internal static unsafe class Replacement
{
    public static Context* Finish() => null;

    public static void Abandon(int index)
    {
    }
}

internal static class Heartbeats
{
    public const ulong Nearest = ulong.MaxValue;

    public static void Initialize()
    {
    }

    public static ulong Start(int index) => Nearest;

    public static void Abandon(int index)
    {
    }

    public static void Check(ulong now)
    {
    }
}

internal static class ExceptionNames
{
    public const uint DeviceNotAvailable = 7;
    public const uint PageFault = 14;
}

internal static unsafe class DebugConsole
{
    public static uint WriteFor(int index, byte* text, uint bytes) => bytes;
}

internal static class Boot
{
    public static bool Refuse(ReadOnlySpan<byte> reason) => false;
}

/// <summary>No partition owns a PCI function.</summary>
internal static class Pci
{
    public static void Abandon(int index)
    {
    }

    public static void Return(int index)
    {
    }
}

/// <summary>The end of the system.</summary>
internal static class SystemEnd
{
    public static bool HasEnded;

    public static void End(int exitCode) => HasEnded = true;
}
