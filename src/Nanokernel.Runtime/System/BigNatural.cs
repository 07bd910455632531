using System.Runtime.CompilerServices;

namespace System;

// A natural number of up to 1,248 bits, on the stack: enough for every double times a power of ten.
internal partial struct BigNatural
{
    private Words _words;
    private int _count;

    internal BigNatural(ulong value)
    {
        _words[0] = (uint)value;
        _words[1] = (uint)(value >> 32);
        _count = value > uint.MaxValue ? 2 : value != 0 ? 1 : 0;
    }

    internal readonly bool IsZero => _count == 0;

    internal void Multiply(uint factor, uint addend = 0)
    {
        ulong carry = addend;
        for (int i = 0; i < _count; i++)
        {
            carry += (ulong)_words[i] * factor;
            _words[i] = (uint)carry;
            carry >>= 32;
        }

        if (carry != 0)
            _words[_count++] = (uint)carry;
    }

    internal void MultiplyByPowerOfTen(int power)
    {
        for (; power >= 9; power -= 9)
            Multiply(1_000_000_000);
        for (; power > 0; power--)
            Multiply(10);
    }

    internal void ShiftLeft(int bits)
    {
        int words = bits >> 5;
        int rest = bits & 31;
        if (_count == 0)
            return;
        if (words != 0)
        {
            for (int i = _count - 1; i >= 0; i--)
                _words[i + words] = _words[i];
            for (int i = 0; i < words; i++)
                _words[i] = 0;
            _count += words;
        }

        if (rest != 0)
            Multiply(1u << rest);
    }

    internal void Add(in BigNatural other)
    {
        ulong carry = 0;
        int count = Math.Max(_count, other._count);
        for (int i = 0; i < count; i++)
        {
            carry += (i < _count ? _words[i] : 0ul) + (i < other._count ? other._words[i] : 0ul);
            _words[i] = (uint)carry;
            carry >>= 32;
        }

        _count = count;
        if (carry != 0)
            _words[_count++] = (uint)carry;
    }

    // The other number is not greater.
    internal void Subtract(in BigNatural other)
    {
        long borrow = 0;
        for (int i = 0; i < _count; i++)
        {
            borrow += (long)_words[i] - (i < other._count ? other._words[i] : 0L);
            _words[i] = (uint)borrow;
            borrow >>= 32;
        }

        while (_count > 0 && _words[_count - 1] == 0)
            _count--;
    }

    internal readonly int CompareTo(in BigNatural other)
    {
        if (_count != other._count)
            return _count < other._count ? -1 : 1;
        for (int i = _count - 1; i >= 0; i--)
        {
            if (_words[i] != other._words[i])
                return _words[i] < other._words[i] ? -1 : 1;
        }

        return 0;
    }

    // The quotient by a divisor that is more than a tenth of this number, which keeps the remainder.
    internal uint TakeDigit(in BigNatural divisor)
    {
        uint digit = 0;
        while (CompareTo(in divisor) >= 0)
        {
            Subtract(in divisor);
            digit++;
        }

        return digit;
    }

    [InlineArray(39)]
    private struct Words
    {
        private uint _first;
    }
}
