namespace System;

/// <summary>A floating-point number of double precision.</summary>
public readonly partial struct Double : IComparable<double>, IEquatable<double>, ISpanFormattable, IUtf8SpanFormattable
{
    private readonly double _value;

    /// <summary>The least value.</summary>
    public const double MinValue = -1.7976931348623157E+308;

    /// <summary>The greatest value.</summary>
    public const double MaxValue = 1.7976931348623157E+308;

    /// <summary>The least value above 0.</summary>
    public const double Epsilon = 4.9406564584124654E-324;

    /// <summary>What is greater than every number.</summary>
    public const double PositiveInfinity = 1.0 / 0.0;

    /// <summary>What is less than every number.</summary>
    public const double NegativeInfinity = -1.0 / 0.0;

    /// <summary>What is not a number.</summary>
    public const double NaN = 0.0 / 0.0;

    /// <summary>Returns whether the value is not a number.</summary>
#pragma warning disable CS1718 // Only NaN differs from itself.
    public static bool IsNaN(double d) => d != d;
#pragma warning restore CS1718

    /// <summary>Returns whether the value is infinite.</summary>
    public static bool IsInfinity(double d) => (BitConverter.DoubleToInt64Bits(d) & 0x7FFF_FFFF_FFFF_FFFF) == 0x7FF0_0000_0000_0000;

    /// <summary>Returns whether the value is the positive infinity.</summary>
    public static bool IsPositiveInfinity(double d) => d == PositiveInfinity;

    /// <summary>Returns whether the value is the negative infinity.</summary>
    public static bool IsNegativeInfinity(double d) => d == NegativeInfinity;

    /// <summary>Returns whether the value is neither infinite nor NaN.</summary>
    public static bool IsFinite(double d) => (BitConverter.DoubleToInt64Bits(d) & 0x7FFF_FFFF_FFFF_FFFF) < 0x7FF0_0000_0000_0000;

    /// <summary>Returns whether the sign is negative, that of zero too.</summary>
    public static bool IsNegative(double d) => BitConverter.DoubleToInt64Bits(d) < 0;

    /// <summary>Returns whether the value is an integer.</summary>
    public static bool IsInteger(double value) => IsFinite(value) && value == (double)Math.Truncate(value);

    /// <summary>Returns the value without its sign.</summary>
    public static double Abs(double value) => Math.Abs(value);

    /// <summary>Returns the lesser value.</summary>
    public static double Min(double x, double y) => Math.Min(x, y);

    /// <summary>Returns the greater value.</summary>
    public static double Max(double x, double y) => Math.Max(x, y);

    /// <summary>Returns the value within bounds that is nearest.</summary>
    public static double Clamp(double value, double min, double max) => Math.Clamp(value, min, max);

    /// <inheritdoc/>
    public int CompareTo(double value) =>
        _value < value ? -1 : _value > value ? 1 : _value == value ? 0 : !IsNaN(_value) ? 1 : IsNaN(value) ? 0 : -1;

    /// <inheritdoc/>
    public bool Equals(double obj) => _value == obj || (IsNaN(_value) && IsNaN(obj));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is double other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        long bits = BitConverter.DoubleToInt64Bits(_value);
        if (_value == 0 || IsNaN(_value))
            bits &= 0x7FF0_0000_0000_0000;
        return (int)bits ^ (int)(bits >> 32);
    }

    /// <summary>Returns the shortest text that parses to the value, from the heap.</summary>
    public override string ToString() => Number.ToString(_value, false, null);

    /// <summary>Returns the value in a format, from the heap.</summary>
    public string ToString(string? format) => Number.ToString(_value, false, format);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString(_value, false, format);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(_value, false, format, destination, out charsWritten);

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(_value, false, format, utf8Destination, out bytesWritten);
}
