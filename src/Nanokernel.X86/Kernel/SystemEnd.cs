// The end of the system.
using Nanokernel.Abi;
using Nanokernel.Policy;

namespace Nanokernel.Kernel;

/// <summary>Tells the emulator's exit device how the system ended, and stops the processor where there is no such device.</summary>
internal static unsafe class SystemEnd
{
    /// <summary>The isa-debug-exit device: QEMU ends with (2 * code) + 1.</summary>
    private const uint ExitPort = 0xF4;

    /// <summary>Ends the system.</summary>
    public static void End(int exitCode)
    {
        if (KernelConfiguration.HasTrace)
            Trace.Write(TraceKind.SystemEnd, 0, (uint)exitCode);
        DebugConsole.Line->Write("nanokernel: system '"u8);
        DebugConsole.Line->Write(KernelConfiguration.SystemName);
        DebugConsole.Line->Write("' ended with exit code "u8);
        DebugConsole.Line->WriteDecimal((uint)exitCode);
        DebugConsole.Write(DebugConsole.Line);
        Stop(exitCode);
    }

    /// <summary>The machine lacks what the system was built for. The caller has written what.</summary>
    public static void Refuse()
    {
        DebugConsole.Write(DebugConsole.Line);
        Stop(PartitionOutcomes.MachineRefusedExitCode);
    }

    /// <summary>Ends without a word.</summary>
    public static void Stop(int exitCode)
    {
        Processor.Out8(ExitPort, (uint)exitCode);
        Processor.Halt();
    }
}
