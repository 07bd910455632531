// Names of the processor's exceptions.
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Nanokernel.Kernel;

/// <summary>Vectors 0 to 31 (SDM vol. 3A, table 6-1).</summary>
internal static unsafe class ExceptionNames
{
    /// <summary>#NM.</summary>
    public const uint DeviceNotAvailable = 7;

    /// <summary>#GP.</summary>
    public const uint GeneralProtection = 13;

    /// <summary>#PF.</summary>
    public const uint PageFault = 14;

    // Rows of one length, filled up with zeros.
    private static ReadOnlySpan<byte> Names =>
        "#DE (divide error)\0\0\0\0\0\0\0\0\0\0\0\0\0\0"u8 +
        "#DB (debug exception)\0\0\0\0\0\0\0\0\0\0\0"u8 +
        "NMI\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"u8 +
        "#BP (breakpoint)\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"u8 +
        "#OF (overflow)\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"u8 +
        "#BR (bound range exceeded)\0\0\0\0\0\0"u8 +
        "#UD (invalid opcode)\0\0\0\0\0\0\0\0\0\0\0\0"u8 +
        "#NM (no floating point here)\0\0\0\0"u8 +
        "#DF (double fault)\0\0\0\0\0\0\0\0\0\0\0\0\0\0"u8 +
        "coprocessor segment overrun\0\0\0\0\0"u8 +
        "#TS (invalid TSS)\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"u8 +
        "#NP (segment not present)\0\0\0\0\0\0\0"u8 +
        "#SS (stack-segment fault)\0\0\0\0\0\0\0"u8 +
        "#GP (general protection)\0\0\0\0\0\0\0\0"u8 +
        "#PF (page fault)\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"u8 +
        "a reserved exception\0\0\0\0\0\0\0\0\0\0\0\0"u8 +
        "#MF (x87 error)\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"u8 +
        "#AC (alignment check)\0\0\0\0\0\0\0\0\0\0\0"u8 +
        "#MC (machine check)\0\0\0\0\0\0\0\0\0\0\0\0\0"u8 +
        "#XM (SIMD floating-point error)\0"u8 +
        "#VE (virtualization exception)\0\0"u8 +
        "#CP (control protection)\0\0\0\0\0\0\0\0"u8 +
        "an exception without a name\0\0\0\0\0"u8;

    private const uint RowBytes = 32;
    private const uint LastNamed = 22;

    /// <summary>Adds an exception's name to a line.</summary>
    public static void Write(uint vector, TextLine* line)
        => line->WriteTerminated(Constants.Bytes(Names) + ((vector < LastNamed ? vector : LastNamed) * RowBytes), RowBytes);
}
