using System.Globalization;

namespace Nanokernel;

/// <summary>An amount of memory. Written <c>4.MiB()</c> or <c>64.KiB()</c>.</summary>
/// <param name="Bytes">The bytes. Any value can be held; the rules say which ones a system may state.</param>
public readonly record struct ByteSize(long Bytes) : IComparable<ByteSize>
{
    private const long BytesOfKibibyte = 1L << 10;
    private const long BytesOfMebibyte = 1L << 20;

    /// <summary>A number of KiB (1,024 bytes).</summary>
    public static ByteSize FromKibibytes(long value) => new(value * BytesOfKibibyte);

    /// <summary>A number of MiB (1,048,576 bytes).</summary>
    public static ByteSize FromMebibytes(long value) => new(value * BytesOfMebibyte);

    /// <inheritdoc />
    public int CompareTo(ByteSize other) => Bytes.CompareTo(other.Bytes);

    /// <summary>Whether one amount is less than another.</summary>
    public static bool operator <(ByteSize left, ByteSize right) => left.Bytes < right.Bytes;

    /// <summary>Whether one amount is more than another.</summary>
    public static bool operator >(ByteSize left, ByteSize right) => left.Bytes > right.Bytes;

    /// <summary>Whether one amount is at most another.</summary>
    public static bool operator <=(ByteSize left, ByteSize right) => left.Bytes <= right.Bytes;

    /// <summary>Whether one amount is at least another.</summary>
    public static bool operator >=(ByteSize left, ByteSize right) => left.Bytes >= right.Bytes;

    /// <summary>The amount in the largest unit that keeps it whole: <c>4 MiB</c>, <c>72 KiB</c>, <c>100 bytes</c>.</summary>
    public override string ToString()
    {
        if (Bytes != 0 && Bytes % BytesOfMebibyte == 0)
            return string.Format(CultureInfo.InvariantCulture, "{0:N0} MiB", Bytes / BytesOfMebibyte);
        if (Bytes != 0 && Bytes % BytesOfKibibyte == 0)
            return string.Format(CultureInfo.InvariantCulture, "{0:N0} KiB", Bytes / BytesOfKibibyte);
        return string.Format(CultureInfo.InvariantCulture, "{0:N0} bytes", Bytes);
    }
}
