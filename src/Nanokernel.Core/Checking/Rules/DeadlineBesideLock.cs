using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0333: for how long less urgent partitions hold a lock in the place of more urgent ones is in no declaration.</summary>
internal static class DeadlineBesideLock
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0333",
        "Deadline beside a lock",
        "The deadline of partition '{0}', {1}, is proven as if nobody held lock '{2}': partition '{3}', less urgent, may hold it in the place of "
        + "'{4}'. See to it that the longest time for which '{3}' holds it fits between the response time in the report and the deadline, or pass "
        + "the data over a queue.{5}",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var shared in system.Channels.Where(channel => channel.Kind == ChannelKind.Lock))
        {
            var users = LockUser.Of(system, shared).ToList();
            foreach (var partition in system.Partitions)
            {
                // A holder runs before the partition if it is less urgent, and somebody who is at least as urgent waits.
                var priority = partition.Priority.Value.Value;
                var holder = users.Where(user => user.Priority < priority).OrderBy(user => user.Priority).FirstOrDefault();
                var waiter = users.Where(user => user.Priority >= priority).OrderByDescending(user => user.Priority).FirstOrDefault();
                if (partition.Deadline is not { } deadline || holder is null || waiter is null)
                    continue;
                diagnostics.ReportPair(
                    Descriptor,
                    deadline.Location,
                    shared.Location,
                    partition.Name,
                    Duration.Format(deadline.Value),
                    shared.Name,
                    holder.Partition.Name,
                    waiter.Partition.Name);
            }
        }
    }
}
