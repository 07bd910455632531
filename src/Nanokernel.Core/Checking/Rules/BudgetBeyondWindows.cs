using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0514: a budget that is larger than what the partition's windows give it bounds nothing.</summary>
internal static class BudgetBeyondWindows
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0514",
        "Budget beyond the windows",
        "The budget of partition '{0}', {1} in each {2}, is more than its windows give it, {3} in each {4}: it bounds nothing. Leave the budget "
        + "out, make it smaller, or the windows longer.{5}",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        if (system.Schedule is not { } schedule || schedule.MajorFrame <= TimeSpan.Zero)
            return;
        foreach (var partition in system.Partitions)
        {
            if (partition.Budget is not { } budget || !BudgetOutOfRange.IsValid(budget.Value) || !PartitionWindows.Has(system, partition))
                continue;
            var given = TimeSpan.FromTicks(PartitionWindows.Of(system, partition).Sum(window => window.Length.Ticks));
            if (budget.Value.Utilization <= (double)given.Ticks / schedule.MajorFrame.Ticks)
                continue;
            diagnostics.ReportPair(
                Descriptor,
                budget.Location,
                schedule.Windows.First(window => window.Value.Partition == partition.Name).Location,
                partition.Name,
                Duration.Format(budget.Value.Amount),
                Duration.Format(budget.Value.Period),
                Duration.Format(given),
                Duration.Format(schedule.MajorFrame));
        }
    }
}
