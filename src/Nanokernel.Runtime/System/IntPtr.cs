namespace System;

/// <summary>A signed integer of the size of an address.</summary>
public readonly partial struct IntPtr : IComparable, IComparable<nint>, IEquatable<nint>, ISpanFormattable, IUtf8SpanFormattable
{
    private readonly nint _value;

    /// <summary>Gets the least value.</summary>
    public static nint MinValue => int.MinValue;

    /// <summary>Gets the greatest value.</summary>
    public static nint MaxValue => int.MaxValue;

    /// <summary>The value 0.</summary>
    public static readonly nint Zero = 0;

    /// <summary>Gets the number of bytes of an address.</summary>
    public static int Size => 4;

    /// <inheritdoc/>
    public int CompareTo(nint value) => _value < value ? -1 : _value > value ? 1 : 0;

    /// <inheritdoc/>
    public int CompareTo(object? value)
    {
        if (value is null)
            return 1;
        if (value is not nint other)
            throw new ArgumentException("Object must be of type IntPtr.");
        return CompareTo(other);
    }

    /// <inheritdoc/>
    public bool Equals(nint obj) => _value == obj;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is nint other && _value == other;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)_value;

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
