namespace Nanokernel;

/// <summary>Sizes as they are spoken: <c>4.MiB()</c>, <c>64.KiB()</c>.</summary>
public static class ByteSizeExtensions
{
    /// <summary>A number of KiB (1,024 bytes).</summary>
    public static ByteSize KiB(this int value) => ByteSize.FromKibibytes(value);

    /// <summary>A number of MiB (1,048,576 bytes).</summary>
    public static ByteSize MiB(this int value) => ByteSize.FromMebibytes(value);
}
