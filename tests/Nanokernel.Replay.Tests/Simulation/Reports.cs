// What the kernel says and writes.
using System;
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>Records of faults are written at once.</summary>
internal static unsafe class FaultReport
{
    public static void BeginException(int index)
    {
    }

    public static void BeginPanic(int index, PanicRequest* request)
    {
    }

    public static void BeginStorm(int index, uint line)
    {
    }

    public static bool WritePart(int index) => false;
}

internal static class ExceptionNames
{
    public const uint DeviceNotAvailable = 7;
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
