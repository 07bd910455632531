using System.Numerics;

namespace System;

internal partial struct BigNatural
{
    internal readonly int BitLength => _count == 0 ? 0 : (_count * 32) - BitOperations.LeadingZeroCount(_words[_count - 1]);

    // The highest 64 bits of the quotient by a divisor that is 64 bits shorter. The result has to be shifted left by one more if the
    // quotient has 65 bits. This number becomes what is left.
    internal ulong Divide(ref BigNatural divisor, out bool isExact, out int shift)
    {
        divisor.ShiftLeft(64);
        shift = 0;
        if (CompareTo(in divisor) >= 0)
        {
            divisor.ShiftLeft(1);
            shift = 1;
        }

        ulong quotient = 0;
        for (int i = 0; i < 64; i++)
        {
            quotient <<= 1;
            Multiply(2);
            if (CompareTo(in divisor) >= 0)
            {
                Subtract(in divisor);
                quotient |= 1;
            }
        }

        isExact = IsZero;
        return quotient;
    }
}
