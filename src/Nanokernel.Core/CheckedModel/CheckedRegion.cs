using System.Collections.Immutable;

namespace Nanokernel.Model;

/// <summary>Physical memory that belongs to no partition and that some of them see.</summary>
/// <param name="Index">The region's place in <see cref="CheckedSystem.Regions"/>.</param>
/// <param name="Name">What it is, for maps: <c>queue.telemetry</c>.</param>
/// <param name="Bytes">The bytes, whole pages.</param>
/// <param name="IsKept">Whether what is in it outlives a restart of the machine: no loader touches it.</param>
/// <param name="Uses">Who sees it, by partition index.</param>
public sealed record CheckedRegion(int Index, string Name, uint Bytes, bool IsKept, ImmutableArray<CheckedRegionUse> Uses);

/// <summary>How a partition sees a region.</summary>
/// <param name="Partition">The partition's index.</param>
/// <param name="IsWritable">Whether it may write there.</param>
/// <param name="Address">Where it sees it; null: where the layout puts it.</param>
public sealed record CheckedRegionUse(int Partition, bool IsWritable, uint? Address);
