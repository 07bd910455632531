using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0505: a deadline that nothing can be said of, for somebody as urgent may run for ever.</summary>
internal static class DeadlineUnbounded
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0505",
        "Deadline without bound",
        "The deadline of partition '{0}', {1}, cannot be kept for certain: partition '{2}', of priority {3}, has no budget. State WithBudget for it.{4}");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            if (partition.Deadline is not { } deadline)
                continue;
            foreach (var other in ResponseTimeAnalysis.Preempting(system, partition).Prepend(partition).Where(other => other.Budget is null))
            {
                diagnostics.ReportPair(
                    Descriptor, deadline.Location, other.Location, partition.Name, Duration.Format(deadline.Value), other.Name, other.Priority.Value);
            }
        }
    }
}
