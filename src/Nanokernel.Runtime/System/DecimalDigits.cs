namespace System;

// The decimal digits of a floating-point number: 0.d1 d2 d3... * 10^Point.
internal ref struct DecimalDigits
{
    private readonly Span<byte> _digits;

    internal DecimalDigits(Span<byte> buffer)
    {
        _digits = buffer;
    }

    internal int Count { get; private set; }

    // How many digits stand before the decimal point.
    internal int Point { get; private set; }

    internal readonly byte this[int index] => (uint)index < (uint)Count ? _digits[index] : (byte)'0';

    // The fewest digits that no neighbouring number is nearer to (Steele and White, Dragon4).
    internal void Shortest(FloatingPoint number)
    {
        Scale(number, out BigNatural numerator, out BigNatural denominator, out BigNatural lower);
        BigNatural upper = lower;
        if (number.IsLowerGapHalf)
            upper.Multiply(2);
        bool isEven = (number.Significand & 1) == 0;
        Place(ref numerator, ref denominator, ref lower, ref upper, number, isEven);
        while (true)
        {
            uint digit = numerator.TakeDigit(in denominator);
            int low = numerator.CompareTo(in lower);
            BigNatural sum = numerator;
            sum.Add(in upper);
            int high = sum.CompareTo(in denominator);
            bool isLow = low < 0 || (low == 0 && isEven);
            bool isHigh = high > 0 || (high == 0 && isEven);
            if (!isLow && !isHigh)
            {
                Put(digit);
                numerator.Multiply(10);
                lower.Multiply(10);
                upper.Multiply(10);
                continue;
            }

            BigNatural twice = numerator;
            twice.Multiply(2);
            int half = twice.CompareTo(in denominator);
            bool roundUp = isHigh && (!isLow || half > 0 || (half == 0 && (digit & 1) != 0));
            Put(roundUp ? digit + 1 : digit);
            return;
        }
    }

    // All digits up to a position behind the decimal point, or that many in all; a half goes to the even digit.
    internal void Exact(FloatingPoint number, int decimals, bool countAll)
    {
        if (number.Significand == 0)
        {
            Point = 1;
            return;
        }

        Scale(number, out BigNatural numerator, out BigNatural denominator, out BigNatural lower);
        BigNatural zero = default;
        BigNatural none = default;
        Place(ref numerator, ref denominator, ref zero, ref none, number, isEven: false);
        int wanted = countAll ? decimals : Point + decimals;
        if (wanted < 0)
            return;
        while (Count < wanted && Count < _digits.Length)
        {
            Put(numerator.TakeDigit(in denominator));
            numerator.Multiply(10);
        }

        // What is left is ten times the rest: half of the last place is five denominators.
        denominator.Multiply(5);
        int half = numerator.CompareTo(in denominator);
        bool isLastOdd = Count != 0 && (_digits[Count - 1] & 1) != 0;
        if (half > 0 || (half == 0 && isLastOdd))
            RoundUp();
    }

    // The number is numerator / denominator, and half the distance to its neighbours is gap / denominator.
    private static void Scale(FloatingPoint number, out BigNatural numerator, out BigNatural denominator, out BigNatural gap)
    {
        numerator = new BigNatural(number.Significand);
        denominator = new BigNatural(2);
        gap = new BigNatural(1);
        numerator.Multiply(2);
        if (number.IsLowerGapHalf)
        {
            numerator.Multiply(2);
            denominator.Multiply(2);
        }

        if (number.Exponent >= 0)
        {
            numerator.ShiftLeft(number.Exponent);
            gap.ShiftLeft(number.Exponent);
        }
        else
        {
            denominator.ShiftLeft(-number.Exponent);
        }
    }

    // Scales by a power of ten so that the first digit comes next.
    private void Place(
        ref BigNatural numerator, ref BigNatural denominator, ref BigNatural lower, ref BigNatural upper, FloatingPoint number, bool isEven)
    {
        int binaryDigits = 64 - Numerics.BitOperations.LeadingZeroCount(number.Significand) + number.Exponent;

        // log10(2) = 0.30103; the estimate is right or one too low.
        Point = (int)Math.Ceiling(((binaryDigits - 1) * 0.30102999566398120) - 1e-10);
        if (Point >= 0)
        {
            denominator.MultiplyByPowerOfTen(Point);
        }
        else
        {
            numerator.MultiplyByPowerOfTen(-Point);
            lower.MultiplyByPowerOfTen(-Point);
            upper.MultiplyByPowerOfTen(-Point);
        }

        BigNatural sum = numerator;
        sum.Add(in upper);
        int comparison = sum.CompareTo(in denominator);
        if (comparison > 0 || (comparison == 0 && (isEven || upper.IsZero)))
        {
            Point++;
            return;
        }

        numerator.Multiply(10);
        lower.Multiply(10);
        upper.Multiply(10);
    }

    private void Put(uint digit) => _digits[Count++] = (byte)('0' + digit);

    private void RoundUp()
    {
        int last = Count - 1;
        while (last >= 0 && _digits[last] == '9')
            _digits[last--] = (byte)'0';
        if (last >= 0)
        {
            _digits[last]++;
            return;
        }

        // All were nines, or there were none: the number is now a one and zeros.
        if (Count == 0)
            Count = 1;
        _digits[0] = (byte)'1';
        Point++;
    }
}
