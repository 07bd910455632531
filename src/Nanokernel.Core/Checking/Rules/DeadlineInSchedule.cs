using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0510: response-time analysis is that of priorities and budgets; windows stand above both.</summary>
internal static class DeadlineInSchedule
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0510",
        "Deadline beside a cyclic schedule",
        "The deadline of partition '{0}', {1}, cannot be proven: system '{2}' has a cyclic schedule, whose windows come before all priorities. "
        + "Leave the deadline out, and place the partition's windows as it needs them.{3}");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        if (system.Schedule is not { } schedule)
            return;
        foreach (var partition in system.Partitions)
        {
            if (partition.Deadline is { } deadline)
                diagnostics.ReportPair(Descriptor, deadline.Location, schedule.Location, partition.Name, Duration.Format(deadline.Value), system.Name);
        }
    }
}
