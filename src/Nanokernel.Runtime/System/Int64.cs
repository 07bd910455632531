namespace System;

/// <summary>A signed integer of 64 bits.</summary>
public readonly partial struct Int64 : IComparable, IComparable<long>, IEquatable<long>, ISpanFormattable, IUtf8SpanFormattable
{
    private readonly long _value;

    /// <summary>The least value.</summary>
    public const long MinValue = -9223372036854775808;

    /// <summary>The greatest value.</summary>
    public const long MaxValue = 9223372036854775807;

    /// <inheritdoc/>
    public int CompareTo(long value) => _value < value ? -1 : _value > value ? 1 : 0;

    /// <inheritdoc/>
    public int CompareTo(object? value)
    {
        if (value is null)
            return 1;
        if (value is not long other)
            throw new ArgumentException("Object must be of type Int64.");
        return CompareTo(other);
    }

    /// <inheritdoc/>
    public bool Equals(long obj) => _value == obj;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is long other && _value == other;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)_value ^ (int)(_value >> 32);

    /// <summary>Returns the value in decimal, from the heap.</summary>
    public override string ToString() => Number.ToString(_value < 0, _value < 0 ? 0 - (ulong)_value : (ulong)_value, (ulong)_value, 64, null);

    /// <summary>Returns the value in a format, from the heap.</summary>
    public string ToString(string? format) => Number.ToString(_value < 0, _value < 0 ? 0 - (ulong)_value : (ulong)_value, (ulong)_value, 64, format);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString(_value < 0, _value < 0 ? 0 - (ulong)_value : (ulong)_value, (ulong)_value, 64, format);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(_value < 0, _value < 0 ? 0 - (ulong)_value : (ulong)_value, (ulong)_value, 64, format, destination, out charsWritten);

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(_value < 0, _value < 0 ? 0 - (ulong)_value : (ulong)_value, (ulong)_value, 64, format, utf8Destination, out bytesWritten);
}
