using System.Collections.Immutable;
using Nanokernel.Model;

namespace Nanokernel.Checking;

/// <summary>Cuts a major frame into parts without gaps. In the time that no window claims, the partitions without windows run by priority.</summary>
internal static class ScheduleParts
{
    /// <summary>Cuts the frame.</summary>
    /// <param name="schedule">A frame whose windows have passed the rules.</param>
    /// <param name="indexOf">The partitions' indices by name.</param>
    internal static ImmutableArray<CheckedWindow> Of(CyclicScheduleDeclaration schedule, IReadOnlyDictionary<string, int> indexOf)
    {
        var others = indexOf
            .Where(partition => schedule.Windows.All(window => window.Value.Partition != partition.Key))
            .Select(partition => partition.Value)
            .Order()
            .ToImmutableArray();
        var parts = ImmutableArray.CreateBuilder<CheckedWindow>();
        var reached = TimeSpan.Zero;
        foreach (var window in schedule.Windows.Select(window => window.Value).OrderBy(window => window.Offset))
        {
            if (window.Offset > reached)
                parts.Add(new(window.Offset - reached, others));
            parts.Add(new(window.Length, [indexOf[window.Partition]]));
            reached = window.End;
        }

        if (schedule.MajorFrame > reached)
            parts.Add(new(schedule.MajorFrame - reached, others));
        return parts.ToImmutable();
    }
}
