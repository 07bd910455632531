namespace System;

/// <summary>An unsigned integer of 16 bits.</summary>
public readonly partial struct UInt16 : IComparable, IComparable<ushort>, IEquatable<ushort>, ISpanFormattable, IUtf8SpanFormattable
{
    private readonly ushort _value;

    /// <summary>The least value.</summary>
    public const ushort MinValue = 0;

    /// <summary>The greatest value.</summary>
    public const ushort MaxValue = 65535;

    /// <inheritdoc/>
    public int CompareTo(ushort value) => _value - value;

    /// <inheritdoc/>
    public int CompareTo(object? value)
    {
        if (value is null)
            return 1;
        if (value is not ushort other)
            throw new ArgumentException("Object must be of type UInt16.");
        return CompareTo(other);
    }

    /// <inheritdoc/>
    public bool Equals(ushort obj) => _value == obj;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ushort other && _value == other;

    /// <inheritdoc/>
    public override int GetHashCode() => _value;

    /// <summary>Returns the value in decimal, from the heap.</summary>
    public override string ToString() => Number.ToString(false, _value, _value, 16, null);

    /// <summary>Returns the value in a format, from the heap.</summary>
    public string ToString(string? format) => Number.ToString(false, _value, _value, 16, format);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? provider) => Number.ToString(false, _value, _value, 16, format);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(false, _value, _value, 16, format, destination, out charsWritten);

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(false, _value, _value, 16, format, utf8Destination, out bytesWritten);
}
