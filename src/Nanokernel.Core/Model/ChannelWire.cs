using Nanokernel.Checking;

namespace Nanokernel.Model;

/// <summary>A partition's part in a channel, as it was written.</summary>
/// <param name="Role">What the partition does.</param>
/// <param name="Partition">The partition's name.</param>
/// <param name="Location">Where that was stated.</param>
public sealed record ChannelWire(ChannelRole Role, string Partition, SourceLocation? Location)
{
    /// <summary>Where the partition wants to see the channel's memory; null: where the layout puts it.</summary>
    public uint? Address { get; init; }
}
