namespace System;

// A format such as X8: a letter and how many digits.
internal readonly ref struct NumberFormat
{
    internal const int MaximumPrecision = 99;

    private NumberFormat(char kind, bool isUpper, int precision)
    {
        Kind = kind;
        IsUpper = isUpper;
        Precision = precision;
    }

    // The letter as a capital.
    internal char Kind { get; }

    internal bool IsUpper { get; }

    // -1 when none is stated.
    internal int Precision { get; }

    internal static NumberFormat Parse(ReadOnlySpan<char> format)
    {
        if (format.IsEmpty)
            return new NumberFormat('G', true, -1);
        char letter = format[0];
        bool isUpper = letter < 'a';
        int precision = format.Length == 1 ? -1 : 0;
        for (int i = 1; i < format.Length; i++)
        {
            uint digit = (uint)format[i] - '0';
            if (digit > 9 || precision > MaximumPrecision)
                ThrowHelper.ThrowFormat("The format string is not valid.");
            precision = (precision * 10) + (int)digit;
        }

        if (precision > MaximumPrecision)
            ThrowHelper.ThrowFormat("The format string asks for more than 99 digits.");
        return new NumberFormat(isUpper ? letter : (char)(letter - 32), isUpper, precision);
    }
}
