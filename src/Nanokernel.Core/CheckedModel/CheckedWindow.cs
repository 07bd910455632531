using System.Collections.Immutable;

namespace Nanokernel.Model;

/// <summary>A part of a major frame.</summary>
/// <param name="Length">Whole microseconds.</param>
/// <param name="Partitions">The indices of the partitions that may run in it.</param>
public sealed record CheckedWindow(TimeSpan Length, ImmutableArray<int> Partitions);
