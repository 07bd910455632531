namespace System;

/// <summary>An unsigned integer of 32 bits.</summary>
public readonly partial struct UInt32 : IComparable, IComparable<uint>, IEquatable<uint>, ISpanFormattable, IUtf8SpanFormattable
{
    private readonly uint _value;

    /// <summary>The least value.</summary>
    public const uint MinValue = 0;

    /// <summary>The greatest value.</summary>
    public const uint MaxValue = 4294967295;

    /// <inheritdoc/>
    public int CompareTo(uint value) => _value < value ? -1 : _value > value ? 1 : 0;

    /// <inheritdoc/>
    public int CompareTo(object? value)
    {
        if (value is null)
            return 1;
        if (value is not uint other)
            throw new ArgumentException("Object must be of type UInt32.");
        return CompareTo(other);
    }

    /// <inheritdoc/>
    public bool Equals(uint obj) => _value == obj;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is uint other && _value == other;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)_value;

    /// <summary>Returns the value in decimal, from the heap.</summary>
    public override string ToString() => Number.ToString(false, _value, _value, 32, null);

    /// <summary>Returns the value in a format, from the heap.</summary>
    public string ToString(string? format) => Number.ToString(false, _value, _value, 32, format);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString(false, _value, _value, 32, format);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(false, _value, _value, 32, format, destination, out charsWritten);

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(false, _value, _value, 32, format, utf8Destination, out bytesWritten);
}
