namespace Nanokernel.Model;

/// <summary>A part of the major frame in which one partition may run and no other.</summary>
/// <param name="Partition">The name of the partition.</param>
/// <param name="Offset">When the window begins, from the start of the frame.</param>
/// <param name="Length">How long it is.</param>
public sealed record ScheduleWindow(string Partition, TimeSpan Offset, TimeSpan Length)
{
    /// <summary>When it ends, from the start of the frame.</summary>
    public TimeSpan End => Offset + Length;
}
