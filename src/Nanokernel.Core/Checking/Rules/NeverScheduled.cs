using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0509: windows that leave nothing for a partition that has none.</summary>
internal static class NeverScheduled
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0509",
        "Partition without a window",
        "Partition '{0}' never runs: it has no window, and the windows leave nothing of the major frame of {1}. Give it a window, or make the "
        + "frame longer.{2}");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        if (system.Schedule is not { } schedule || schedule.Windows.Sum(window => window.Value.Length.Ticks) < schedule.MajorFrame.Ticks)
            return;
        foreach (var partition in system.Partitions)
        {
            if (schedule.Windows.All(window => window.Value.Partition != partition.Name))
                diagnostics.ReportPair(Descriptor, partition.Location, schedule.Location, partition.Name, Duration.Format(schedule.MajorFrame));
        }
    }
}
