namespace System;

/// <summary>A signed integer of 32 bits.</summary>
public readonly partial struct Int32 : IComparable, IComparable<int>, IEquatable<int>, ISpanFormattable, IUtf8SpanFormattable
{
    private readonly int _value;

    /// <summary>The least value.</summary>
    public const int MinValue = -2147483648;

    /// <summary>The greatest value.</summary>
    public const int MaxValue = 2147483647;

    /// <inheritdoc/>
    public int CompareTo(int value) => _value < value ? -1 : _value > value ? 1 : 0;

    /// <inheritdoc/>
    public int CompareTo(object? value)
    {
        if (value is null)
            return 1;
        if (value is not int other)
            throw new ArgumentException("Object must be of type Int32.");
        return CompareTo(other);
    }

    /// <inheritdoc/>
    public bool Equals(int obj) => _value == obj;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is int other && _value == other;

    /// <inheritdoc/>
    public override int GetHashCode() => _value;

    /// <summary>Returns the value in decimal, from the heap.</summary>
    public override string ToString() => Number.ToString(_value < 0, _value < 0 ? 0 - (uint)_value : (uint)_value, (uint)_value, 32, null);

    /// <summary>Returns the value in a format, from the heap.</summary>
    public string ToString(string? format) => Number.ToString(_value < 0, _value < 0 ? 0 - (uint)_value : (uint)_value, (uint)_value, 32, format);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString(_value < 0, _value < 0 ? 0 - (uint)_value : (uint)_value, (uint)_value, 32, format);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(_value < 0, _value < 0 ? 0 - (uint)_value : (uint)_value, (uint)_value, 32, format, destination, out charsWritten);

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(_value < 0, _value < 0 ? 0 - (uint)_value : (uint)_value, (uint)_value, 32, format, utf8Destination, out bytesWritten);
}
