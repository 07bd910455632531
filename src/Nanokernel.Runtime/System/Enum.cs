using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

/// <summary>The base of every enumeration. The names of the values are not in the image: a text is the number.</summary>
public abstract unsafe class Enum : ValueType, IUtf8SpanFormattable
{
    /// <summary>Returns the number, from the heap.</summary>
    public override string ToString() => ToString(null);

    /// <summary>Returns the number in a format, from the heap.</summary>
    public string ToString(string? format)
    {
        Read(out ulong bits, out bool isNegative, out ulong magnitude);
        return Number.ToString(isNegative, magnitude, bits, 64, format);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) =>
        obj is not null && obj.m_pEEType == m_pEEType && ReadBits(this) == ReadBits(obj);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        ulong bits = ReadBits(this);
        return (int)bits ^ (int)(bits >> 32);
    }

    /// <summary>Returns whether all bits of the flag are one; the flag is of the same enumeration.</summary>
    public bool HasFlag(Enum flag) => (ReadBits(this) & ReadBits(flag)) == ReadBits(flag);

    bool IUtf8SpanFormattable.TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        Read(out ulong bits, out bool isNegative, out ulong magnitude);
        return Number.TryFormat(isNegative, magnitude, bits, 64, format, utf8Destination, out bytesWritten);
    }

    private static ulong ReadBits(object value) => EnumValue.Read(ref RawData.Fields(value), value.m_pEEType->ElementType);

    private void Read(out ulong bits, out bool isNegative, out ulong magnitude)
    {
        bits = ReadBits(this);
        isNegative = EnumValue.IsSigned(m_pEEType->ElementType) && (long)bits < 0;
        magnitude = isNegative ? 0 - bits : bits;
    }
}
