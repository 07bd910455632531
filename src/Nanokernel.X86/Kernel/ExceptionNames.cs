// Names of the processor's exceptions.
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Nanokernel.Kernel;

/// <summary>Vectors 0 to 31 (SDM vol. 3A, table 6-1).</summary>
internal static unsafe class ExceptionNames
{
    /// <summary>#GP.</summary>
    public const uint GeneralProtection = 13;

    /// <summary>#PF.</summary>
    public const uint PageFault = 14;

    private static ReadOnlySpan<byte> Names =>
        "#DE (divide error)\0#DB (debug exception)\0NMI\0#BP (breakpoint)\0#OF (overflow)\0#BR (bound range exceeded)\0#UD (invalid opcode)\0"u8 +
        "#NM (no floating point here)\0#DF (double fault)\0coprocessor segment overrun\0#TS (invalid TSS)\0#NP (segment not present)\0"u8 +
        "#SS (stack-segment fault)\0#GP (general protection)\0#PF (page fault)\0a reserved exception\0#MF (x87 error)\0"u8 +
        "#AC (alignment check)\0#MC (machine check)\0#XM (SIMD floating-point error)\0#VE (virtualization exception)\0"u8 +
        "#CP (control protection)\0an exception without a name\0"u8;

    private const uint LastNamed = 22;

    /// <summary>Writes an exception's name.</summary>
    public static void Write(uint vector)
        => WriteNth(Constants.Bytes(Names), vector < LastNamed ? vector : LastNamed);

    /// <summary>Writes one of a row of texts that each end with a zero.</summary>
    public static void WriteNth(byte* texts, uint number)
    {
        for (; number != 0; texts++)
        {
            if (*texts == 0)
                number--;
        }

        DebugConsole.WriteTerminated(texts, uint.MaxValue);
    }
}
