using System.Runtime.CompilerServices;

namespace System.Runtime.Intrinsics.X86;

// Single instructions of every IA-32 processor, which the compiler puts in place of the calls.
internal static class X86Base
{
    // bsf; not defined for 0.
    [Intrinsic]
    internal static uint BitScanForward(uint value) => BitScanForward(value);

    // bsr; not defined for 0.
    [Intrinsic]
    internal static uint BitScanReverse(uint value) => BitScanReverse(value);

    // div: upper must be less than the divisor.
    [Intrinsic]
    internal static (uint Quotient, uint Remainder) DivRem(uint lower, uint upper, uint divisor) => DivRem(lower, upper, divisor);
}
