namespace Nanokernel.Reporting;

/// <summary>The sizes of a linked program.</summary>
/// <param name="TextBytes">Code.</param>
/// <param name="ReadOnlyDataBytes">Constants.</param>
/// <param name="DataBytes">Variables, those that start as zero among them.</param>
public sealed record ImageSizes(long TextBytes, long ReadOnlyDataBytes, long DataBytes)
{
    /// <summary>All of it.</summary>
    public long TotalBytes => TextBytes + ReadOnlyDataBytes + DataBytes;
}
