using System.Collections.Immutable;
using Nanokernel.Checking;

namespace Nanokernel.Model;

/// <summary>A major frame and its windows, as they were stated.</summary>
/// <param name="MajorFrame">After what time everything repeats.</param>
/// <param name="Location">Where it was stated.</param>
public sealed record CyclicScheduleDeclaration(TimeSpan MajorFrame, SourceLocation? Location)
{
    /// <summary>The windows, in the order they were stated.</summary>
    public ImmutableArray<Stated<ScheduleWindow>> Windows { get; init; } = [];
}
