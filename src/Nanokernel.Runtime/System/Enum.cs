using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

/// <summary>The base of every enumeration. The names of the values are not in the image: a text is the number.</summary>
public abstract unsafe class Enum : ValueType, IFormattable, IUtf8SpanFormattable
{
    /// <summary>Returns the number, from the heap.</summary>
    public override string ToString() => ToString(null);

    /// <summary>Returns the number in a format, from the heap: G, D and F are decimal, X is all the bytes in hexadecimal.</summary>
    public string ToString(string? format) => EnumValue.ToString(ReadBits(this), m_pEEType->ElementType, format);

    /// <inheritdoc/>
    public override bool Equals(object? obj) =>
        obj is not null && obj.m_pEEType == m_pEEType && ReadBits(this) == ReadBits(obj);

    /// <inheritdoc/>
    public override int GetHashCode() => EnumValue.Hash(ReadBits(this), m_pEEType->ElementType);

    /// <summary>Returns whether all bits of the flag are one; the flag is of the same enumeration.</summary>
    public bool HasFlag(Enum flag) => (ReadBits(this) & ReadBits(flag)) == ReadBits(flag);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString(format);

    bool IUtf8SpanFormattable.TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        EnumValue.TryFormat(ReadBits(this), m_pEEType->ElementType, format, utf8Destination, out bytesWritten);

    private static ulong ReadBits(object value) => EnumValue.Read(ref RawData.Fields(value), value.m_pEEType->ElementType);
}
