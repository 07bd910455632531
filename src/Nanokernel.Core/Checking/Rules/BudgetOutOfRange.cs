using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0501: a budget has to fit its period, and both have to be times that the kernel can keep.</summary>
internal static class BudgetOutOfRange
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0501",
        "Budget out of range",
        "The budget of partition '{0}', {1} in each {2}, is out of range: a budget is 10 us or more and at most its period, and a period is at "
        + "most 1 minute.");

    private static readonly TimeSpan s_least = TimeSpan.FromTicks(TimeSpan.TicksPerMillisecond / 100);
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(1);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            if (partition.Budget is { } budget && !IsValid(budget.Value))
                diagnostics.Report(Descriptor, budget.Location, partition.Name, Duration.Format(budget.Value.Amount), Duration.Format(budget.Value.Period));
        }
    }

    internal static bool IsValid(ProcessorBudget budget) =>
        budget.Amount >= s_least && budget.Amount <= budget.Period && budget.Period <= s_longest;
}
