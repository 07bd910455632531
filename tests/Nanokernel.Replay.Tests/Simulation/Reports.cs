// What the kernel says and writes.
using System;
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>Nothing is written down.</summary>
internal static unsafe class FaultRecords
{
    public static void Begin(int index, uint kind, uint detail, uint action)
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
    public static void Start(int index, PanicRequest* request)
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
}

/// <summary>The end of the system.</summary>
internal static class SystemEnd
{
    public static bool HasEnded;

    public static void End(int exitCode) => HasEnded = true;
}
