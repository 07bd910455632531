namespace System;

/// <summary>A signed integer of 16 bits.</summary>
public readonly partial struct Int16 : IComparable, IComparable<short>, IEquatable<short>, ISpanFormattable, IUtf8SpanFormattable
{
    private readonly short _value;

    /// <summary>The least value.</summary>
    public const short MinValue = -32768;

    /// <summary>The greatest value.</summary>
    public const short MaxValue = 32767;

    /// <inheritdoc/>
    public int CompareTo(short value) => _value - value;

    /// <inheritdoc/>
    public int CompareTo(object? value)
    {
        if (value is null)
            return 1;
        if (value is not short other)
            throw new ArgumentException("Object must be of type Int16.");
        return CompareTo(other);
    }

    /// <inheritdoc/>
    public bool Equals(short obj) => _value == obj;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is short other && _value == other;

    /// <inheritdoc/>
    public override int GetHashCode() => _value;

    /// <summary>Returns the value in decimal, from the heap.</summary>
    public override string ToString() => Number.ToString(_value < 0, (uint)(_value < 0 ? -_value : _value), (ushort)_value, 16, null);

    /// <summary>Returns the value in a format, from the heap.</summary>
    public string ToString(string? format) => Number.ToString(_value < 0, (uint)(_value < 0 ? -_value : _value), (ushort)_value, 16, format);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString(_value < 0, (uint)(_value < 0 ? -_value : _value), (ushort)_value, 16, format);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(_value < 0, (uint)(_value < 0 ? -_value : _value), (ushort)_value, 16, format, destination, out charsWritten);

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(_value < 0, (uint)(_value < 0 ? -_value : _value), (ushort)_value, 16, format, utf8Destination, out bytesWritten);
}
