namespace System;

/// <summary>A signed integer of 8 bits.</summary>
public readonly partial struct SByte : IComparable, IComparable<sbyte>, IEquatable<sbyte>, ISpanFormattable, IUtf8SpanFormattable
{
    private readonly sbyte _value;

    /// <summary>The least value.</summary>
    public const sbyte MinValue = -128;

    /// <summary>The greatest value.</summary>
    public const sbyte MaxValue = 127;

    /// <inheritdoc/>
    public int CompareTo(sbyte value) => _value - value;

    /// <inheritdoc/>
    public int CompareTo(object? value)
    {
        if (value is null)
            return 1;
        if (value is not sbyte other)
            throw new ArgumentException("Object must be of type SByte.");
        return CompareTo(other);
    }

    /// <inheritdoc/>
    public bool Equals(sbyte obj) => _value == obj;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is sbyte other && _value == other;

    /// <inheritdoc/>
    public override int GetHashCode() => _value;

    /// <summary>Returns the value in decimal, from the heap.</summary>
    public override string ToString() => Number.ToString(_value < 0, (uint)(_value < 0 ? -_value : _value), (byte)_value, 8, null);

    /// <summary>Returns the value in a format, from the heap.</summary>
    public string ToString(string? format) => Number.ToString(_value < 0, (uint)(_value < 0 ? -_value : _value), (byte)_value, 8, format);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString(_value < 0, (uint)(_value < 0 ? -_value : _value), (byte)_value, 8, format);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(_value < 0, (uint)(_value < 0 ? -_value : _value), (byte)_value, 8, format, destination, out charsWritten);

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(_value < 0, (uint)(_value < 0 ? -_value : _value), (byte)_value, 8, format, utf8Destination, out bytesWritten);
}
