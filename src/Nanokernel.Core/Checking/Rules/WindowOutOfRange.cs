using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0507: a window has to be inside its frame and a partition's of this system, and both have to be times that the kernel can keep.</summary>
internal static class WindowOutOfRange
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0507",
        "Window out of range",
        "The window of partition '{0}', {1} to {2} of a major frame of {3}, {4}. A major frame is at most 1 minute, a window is 100 us or more of "
        + "it, and all are whole microseconds.{5}");

    private const long TicksPerMicrosecond = TimeSpan.TicksPerMillisecond / 1000;

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        if (system.Schedule is not { } schedule)
            return;
        foreach (var window in schedule.Windows)
        {
            var problem = FindProblem(system, schedule, window.Value);
            if (problem is not null)
            {
                diagnostics.ReportPair(
                    Descriptor, window.Location, schedule.Location, window.Value.Partition, Duration.Format(window.Value.Offset),
                    Duration.Format(window.Value.End), Duration.Format(schedule.MajorFrame), problem);
            }
        }
    }

    internal static bool IsValid(SystemDeclaration system, CyclicScheduleDeclaration schedule, ScheduleWindow window) =>
        FindProblem(system, schedule, window) is null;

    private static string? FindProblem(SystemDeclaration system, CyclicScheduleDeclaration schedule, ScheduleWindow window)
    {
        if (!system.Partitions.Any(partition => partition.Name == window.Partition))
            return $"is that of a partition which system '{system.Name}' does not have";
        if (window.Offset < TimeSpan.Zero || window.Offset > schedule.MajorFrame || window.Length > schedule.MajorFrame - window.Offset)
            return "is not inside the frame";
        if (window.Length.Ticks < 100 * TicksPerMicrosecond)
            return "is too short";
        if (schedule.MajorFrame > TimeSpan.FromMinutes(1))
            return "is in a frame that is too long";
        return new[] { window.Offset, window.Length, schedule.MajorFrame }.All(time => time.Ticks % TicksPerMicrosecond == 0)
            ? null
            : "is not of whole microseconds";
    }
}
