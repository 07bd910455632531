using System.Numerics;
using System.Runtime.Intrinsics.X86;

namespace System;

// What the compiler calls by name for arithmetic that IA-32 has no instruction for.
public static partial class Math
{
    internal static int DivInt32(int dividend, int divisor)
    {
        if (divisor == 0)
            ThrowHelper.ThrowDivideByZero();
        if (divisor == -1 && dividend == int.MinValue)
            ThrowHelper.ThrowOverflow();
        uint quotient = DivUInt32(Magnitude(dividend), Magnitude(divisor));
        return (dividend ^ divisor) < 0 ? -(int)quotient : (int)quotient;
    }

    internal static uint DivUInt32(uint dividend, uint divisor)
    {
        if (divisor == 0)
            ThrowHelper.ThrowDivideByZero();
        return X86Base.DivRem(dividend, 0, divisor).Quotient;
    }

    internal static int ModInt32(int dividend, int divisor)
    {
        if (divisor == 0)
            ThrowHelper.ThrowDivideByZero();
        if (divisor == -1 && dividend == int.MinValue)
            ThrowHelper.ThrowOverflow();
        uint remainder = ModUInt32(Magnitude(dividend), Magnitude(divisor));
        return dividend < 0 ? -(int)remainder : (int)remainder;
    }

    internal static uint ModUInt32(uint dividend, uint divisor)
    {
        if (divisor == 0)
            ThrowHelper.ThrowDivideByZero();
        return X86Base.DivRem(dividend, 0, divisor).Remainder;
    }

    internal static long DivInt64(long dividend, long divisor)
    {
        if (divisor == -1 && dividend == long.MinValue)
            ThrowHelper.ThrowOverflow();
        ulong quotient = DivUInt64(Magnitude(dividend), Magnitude(divisor));
        return (dividend ^ divisor) < 0 ? -(long)quotient : (long)quotient;
    }

    internal static long ModInt64(long dividend, long divisor)
    {
        if (divisor == -1 && dividend == long.MinValue)
            ThrowHelper.ThrowOverflow();
        ulong remainder = ModUInt64(Magnitude(dividend), Magnitude(divisor));
        return dividend < 0 ? -(long)remainder : (long)remainder;
    }

    internal static ulong ModUInt64(ulong dividend, ulong divisor) => dividend - (DivUInt64(dividend, divisor) * divisor);

    internal static ulong DivUInt64(ulong dividend, ulong divisor)
    {
        uint high = (uint)(divisor >> 32);
        if (high == 0)
            return DivideByWord(dividend, (uint)divisor);

        // One instruction divides half the dividend by the divisor's upper 32 significant bits; the estimate is at most one too high.
        int shift = BitOperations.LeadingZeroCount(high);
        uint divisorTop = (uint)((divisor << shift) >> 32);
        uint estimate = X86Base.DivRem((uint)(dividend >> 1), (uint)(dividend >> 33), divisorTop).Quotient >> (31 - shift);
        if (estimate != 0)
            estimate--;
        return dividend - (estimate * divisor) >= divisor ? estimate + 1ul : estimate;
    }

    internal static long MultiplyChecked(long left, long right)
    {
        ulong product = MultiplyChecked(Magnitude(left), Magnitude(right));
        bool negative = (left ^ right) < 0;
        if (product > (negative ? 0x8000_0000_0000_0000 : 0x7FFF_FFFF_FFFF_FFFF))
            ThrowHelper.ThrowOverflow();
        return negative ? -(long)product : (long)product;
    }

    internal static ulong MultiplyChecked(ulong left, ulong right)
    {
        uint leftHigh = (uint)(left >> 32);
        uint rightHigh = (uint)(right >> 32);
        if (leftHigh != 0 && rightHigh != 0)
            ThrowHelper.ThrowOverflow();
        ulong low = (ulong)(uint)left * (uint)right;
        ulong cross = ((ulong)leftHigh * (uint)right) + ((ulong)(uint)left * rightHigh);
        ulong product = low + (cross << 32);
        if ((cross >> 32) != 0 || product < low)
            ThrowHelper.ThrowOverflow();
        return product;
    }

    internal static int ConvertToInt32Checked(double value)
    {
        if (!(value > -2147483649.0 && value < 2147483648.0))
            ThrowHelper.ThrowOverflow();
        return (int)value;
    }

    internal static uint ConvertToUInt32Checked(double value)
    {
        if (!(value > -1.0 && value < 4294967296.0))
            ThrowHelper.ThrowOverflow();
        return (uint)(long)value;
    }

    internal static long ConvertToInt64Checked(double value)
    {
        if (!(value >= -9223372036854775808.0 && value < 9223372036854775808.0))
            ThrowHelper.ThrowOverflow();
        return (long)value;
    }

    internal static ulong ConvertToUInt64Checked(double value)
    {
        if (!(value > -1.0 && value < 18446744073709551616.0))
            ThrowHelper.ThrowOverflow();
        return value < 9223372036854775808.0 ? (ulong)(long)value : (ulong)(long)(value - 9223372036854775808.0) + 0x8000_0000_0000_0000;
    }

    private static ulong DivideByWord(ulong dividend, uint divisor)
    {
        if (divisor == 0)
            ThrowHelper.ThrowDivideByZero();
        (uint quotientHigh, uint remainder) = X86Base.DivRem((uint)(dividend >> 32), 0, divisor);
        return ((ulong)quotientHigh << 32) | X86Base.DivRem((uint)dividend, remainder, divisor).Quotient;
    }

    private static uint Magnitude(int value) => value < 0 ? 0 - (uint)value : (uint)value;

    private static ulong Magnitude(long value) => value < 0 ? 0 - (ulong)value : (ulong)value;
}
