using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0515: a major frame without a window in it changes nothing.</summary>
internal static class ScheduleWithoutWindows
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0515",
        "Cyclic schedule without windows",
        "System '{0}' states a major frame of {1} and no window in it: partitions run by priority alone. Give partitions windows, or leave "
        + "WithCyclicSchedule out.",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        if (system.Schedule is { Windows.IsEmpty: true } schedule)
            diagnostics.Report(Descriptor, schedule.Location, system.Name, Duration.Format(schedule.MajorFrame));
    }
}
