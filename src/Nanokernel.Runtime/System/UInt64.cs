namespace System;

/// <summary>An unsigned integer of 64 bits.</summary>
public readonly partial struct UInt64 : IComparable, IComparable<ulong>, IEquatable<ulong>, ISpanFormattable, IUtf8SpanFormattable
{
    private readonly ulong _value;

    /// <summary>The least value.</summary>
    public const ulong MinValue = 0;

    /// <summary>The greatest value.</summary>
    public const ulong MaxValue = 18446744073709551615;

    /// <inheritdoc/>
    public int CompareTo(ulong value) => _value < value ? -1 : _value > value ? 1 : 0;

    /// <inheritdoc/>
    public int CompareTo(object? value)
    {
        if (value is null)
            return 1;
        if (value is not ulong other)
            throw new ArgumentException("Object must be of type UInt64.");
        return CompareTo(other);
    }

    /// <inheritdoc/>
    public bool Equals(ulong obj) => _value == obj;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ulong other && _value == other;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)_value ^ (int)(_value >> 32);

    /// <summary>Returns the value in decimal, from the heap.</summary>
    public override string ToString() => Number.ToString(false, _value, _value, 64, null);

    /// <summary>Returns the value in a format, from the heap.</summary>
    public string ToString(string? format) => Number.ToString(false, _value, _value, 64, format);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString(false, _value, _value, 64, format);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(false, _value, _value, 64, format, destination, out charsWritten);

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(false, _value, _value, 64, format, utf8Destination, out bytesWritten);
}
