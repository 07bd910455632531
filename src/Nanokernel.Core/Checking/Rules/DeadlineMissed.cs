using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0506: response-time analysis finds that a deadline can be missed, or it is none that a budget can keep.</summary>
internal static class DeadlineMissed
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0506",
        "Deadline can be missed",
        "Partition '{0}' can miss its deadline of {1}: its budget of {2} in each {3} can be delayed by {4}. A deadline is at most the period; "
        + "make budgets smaller, the priority higher or the deadline later.{5}");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            if (partition.Deadline is not { } deadline || partition.Budget is not { } budget)
                continue;
            var others = ResponseTimeAnalysis.Preempting(system, partition).ToList();
            if (others.Prepend(partition).Any(other => other.Budget is not { } share || !BudgetOutOfRange.IsValid(share.Value)))
                continue;
            if (deadline.Value <= budget.Value.Period && ResponseTimeAnalysis.Find(system, partition) is not null)
                continue;
            var names = others.Select(other => $"'{other.Name}' ({Duration.Format(other.Budget!.Value.Amount)} in each {Duration.Format(other.Budget!.Value.Period)})");
            diagnostics.ReportPair(
                Descriptor, deadline.Location, budget.Location, partition.Name, Duration.Format(deadline.Value),
                Duration.Format(budget.Value.Amount), Duration.Format(budget.Value.Period), others.Count == 0 ? "nobody" : string.Join(", ", names));
        }
    }
}
