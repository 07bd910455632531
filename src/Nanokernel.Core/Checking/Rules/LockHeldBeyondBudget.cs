using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0332: a holder whose budget is used up runs in nobody's place.</summary>
internal static class LockHeldBeyondBudget
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0332",
        "Lock of a partition with a budget",
        "Lock '{0}' is shared by partition '{1}', which has a budget of {2} in each {3}, and by the more urgent partition '{4}': if the budget ends "
        + "while '{1}' holds the lock, '{4}' waits for it up to {5}. Hold the lock for less than the budget, or leave the budget out.{6}",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var shared in system.Channels.Where(channel => channel.Kind == ChannelKind.Lock))
        {
            var users = LockUser.Of(system, shared).ToList();
            foreach (var user in users)
            {
                var urgent = users.Where(other => other.Priority > user.Priority).OrderByDescending(other => other.Priority).FirstOrDefault();
                if (urgent is null || user.Partition.Budget is not { } budget || !BudgetOutOfRange.IsValid(budget.Value))
                    continue;
                diagnostics.ReportPair(
                    Descriptor,
                    user.Wire.Location,
                    budget.Location,
                    shared.Name,
                    user.Partition.Name,
                    Duration.Format(budget.Value.Amount),
                    Duration.Format(budget.Value.Period),
                    urgent.Partition.Name,
                    Duration.Format(budget.Value.Period - budget.Value.Amount));
            }
        }
    }
}
