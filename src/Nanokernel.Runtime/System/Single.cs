namespace System;

/// <summary>A floating-point number of single precision.</summary>
public readonly partial struct Single : IComparable<float>, IEquatable<float>, ISpanFormattable, IUtf8SpanFormattable
{
    private readonly float _value;

    /// <summary>The least value.</summary>
    public const float MinValue = -3.40282346638528859e+38f;

    /// <summary>The greatest value.</summary>
    public const float MaxValue = 3.40282346638528859e+38f;

    /// <summary>The least value above 0.</summary>
    public const float Epsilon = 1.401298E-45f;

    /// <summary>What is greater than every number.</summary>
    public const float PositiveInfinity = 1.0f / 0.0f;

    /// <summary>What is less than every number.</summary>
    public const float NegativeInfinity = -1.0f / 0.0f;

    /// <summary>What is not a number.</summary>
    public const float NaN = 0.0f / 0.0f;

    /// <summary>Returns whether the value is not a number.</summary>
#pragma warning disable CS1718 // Only NaN differs from itself.
    public static bool IsNaN(float d) => d != d;
#pragma warning restore CS1718

    /// <summary>Returns whether the value is infinite.</summary>
    public static bool IsInfinity(float d) => (BitConverter.SingleToInt32Bits(d) & 0x7FFF_FFFF) == 0x7F80_0000;

    /// <summary>Returns whether the value is the positive infinity.</summary>
    public static bool IsPositiveInfinity(float d) => d == PositiveInfinity;

    /// <summary>Returns whether the value is the negative infinity.</summary>
    public static bool IsNegativeInfinity(float d) => d == NegativeInfinity;

    /// <summary>Returns whether the value is neither infinite nor NaN.</summary>
    public static bool IsFinite(float d) => (BitConverter.SingleToInt32Bits(d) & 0x7FFF_FFFF) < 0x7F80_0000;

    /// <summary>Returns whether the sign is negative, that of zero too.</summary>
    public static bool IsNegative(float d) => BitConverter.SingleToInt32Bits(d) < 0;

    /// <summary>Returns whether the value is an integer.</summary>
    public static bool IsInteger(float value) => IsFinite(value) && value == (float)Math.Truncate(value);

    /// <summary>Returns the value without its sign.</summary>
    public static float Abs(float value) => Math.Abs(value);

    /// <summary>Returns the lesser value.</summary>
    public static float Min(float x, float y) => Math.Min(x, y);

    /// <summary>Returns the greater value.</summary>
    public static float Max(float x, float y) => Math.Max(x, y);

    /// <summary>Returns the value within bounds that is nearest.</summary>
    public static float Clamp(float value, float min, float max) => Math.Clamp(value, min, max);

    /// <inheritdoc/>
    public int CompareTo(float value) =>
        _value < value ? -1 : _value > value ? 1 : _value == value ? 0 : !IsNaN(_value) ? 1 : IsNaN(value) ? 0 : -1;

    /// <inheritdoc/>
    public bool Equals(float obj) => _value == obj || (IsNaN(_value) && IsNaN(obj));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is float other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int bits = BitConverter.SingleToInt32Bits(_value);
        if (_value == 0 || IsNaN(_value))
            bits &= 0x7F80_0000;
        return bits;
    }

    /// <summary>Returns the shortest text that parses to the value, from the heap.</summary>
    public override string ToString() => Number.ToString(_value, true, null);

    /// <summary>Returns the value in a format, from the heap.</summary>
    public string ToString(string? format) => Number.ToString(_value, true, format);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString(_value, true, format);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(_value, true, format, destination, out charsWritten);

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(_value, true, format, utf8Destination, out bytesWritten);
}
