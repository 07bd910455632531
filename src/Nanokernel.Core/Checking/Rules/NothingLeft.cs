using System.Globalization;
using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0512: budgets of the more urgent that leave a partition nothing once the switches are paid.</summary>
internal static class NothingLeft
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0512",
        "Nothing left of the processor",
        "Partition '{0}', of priority {1}, may never run: the more urgent partitions may use {2} % of the processor, a switch to and from each of "
        + "them included ({3}). Make their budgets smaller or their periods longer.",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        if (system.Schedule is not null)
            return;
        foreach (var partition in system.Partitions)
        {
            var above = system.Partitions
                .Where(other => other.Priority.Value > partition.Priority.Value && other.Budget is { } budget && BudgetOutOfRange.IsValid(budget.Value))
                .ToList();
            var budgets = above.Sum(other => other.Budget!.Value.Utilization);
            var taken = above.Sum(other =>
                (double)(other.Budget!.Value.Amount + ResponseTimeAnalysis.PreemptionCost).Ticks / other.Budget.Value.Period.Ticks);

            // More than all of it is a matter of NK0503.
            if (taken < 1 || budgets > 1)
                continue;
            var names = above.Select(other => $"'{other.Name}' {Duration.Format(other.Budget!.Value.Amount)} in each {Duration.Format(other.Budget.Value.Period)}");
            diagnostics.Report(
                Descriptor,
                partition.Priority.Location ?? partition.Location,
                partition.Name,
                partition.Priority.Value,
                (taken * 100).ToString("0.##", CultureInfo.InvariantCulture),
                string.Join(", ", names));
        }
    }
}
