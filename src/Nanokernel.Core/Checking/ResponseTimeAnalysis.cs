using Nanokernel.Model;

namespace Nanokernel.Checking;

/// <summary>
/// The longest time from a partition's having something to do to its having had its whole budget: the recurrence of M. Joseph and P. Pandya
/// ("Finding response times in a real-time system", Computer Journal 29(5), 1986) and N. Audsley et al. ("Applying new scheduling theory to
/// static priority pre-emptive scheduling", Software Engineering Journal 8(5), 1993), where a deferrable server of budget C and period T
/// counts as a periodic task with the release jitter T - C, for it may use up one budget at the end of a period and the next one right
/// behind (J. Strosnider, J. Lehoczky, L. Sha, IEEE Transactions on Computers 44(1), 1995).
/// </summary>
internal static class ResponseTimeAnalysis
{
    /// <summary>
    /// What one preemption costs the preempted: into the urgent partition and back, 2 x 300 instructions (the ceilings of
    /// irq_to_handler_preempting_instructions and partition_switch_instructions in benchmarks/README.md), and the timer's interrupts, at
    /// one instruction a nanosecond.
    /// </summary>
    public static readonly TimeSpan PreemptionCost = TimeSpan.FromTicks(TimeSpan.TicksPerMillisecond / 1000);

    /// <summary>
    /// How long a less urgent partition can keep the kernel to itself when this one has something to do: the longest time with interrupts
    /// off, 1,500 instructions (the ceiling of interrupts_off_longest_instructions), at one instruction a nanosecond.
    /// </summary>
    public static readonly TimeSpan Blocking = TimeSpan.FromTicks(TimeSpan.TicksPerMillisecond / 1000 * 3 / 2);

    /// <summary>The longest response, or null where it is longer than the deadline or has no bound.</summary>
    public static TimeSpan? Find(SystemDeclaration system, PartitionDeclaration partition)
    {
        if (partition.Budget is not { } budget || partition.Deadline is not { } deadline)
            return null;
        var others = Preempting(system, partition).ToList();
        if (others.Any(other => other.Budget is null))
            return null;

        var own = Blocking.Ticks + budget.Value.Amount.Ticks + PreemptionCost.Ticks;
        for (var response = own; ;)
        {
            if (response > deadline.Value.Ticks)
                return null;
            var next = own + others.Sum(other => Interference(other.Budget!.Value, response));
            if (next == response)
                return TimeSpan.FromTicks(response);
            response = next;
        }
    }

    /// <summary>The other partitions that can run although this one could.</summary>
    public static IEnumerable<PartitionDeclaration> Preempting(SystemDeclaration system, PartitionDeclaration partition) =>
        system.Partitions.Where(other => other.Name != partition.Name && other.Priority.Value >= partition.Priority.Value);

    private static long Interference(ProcessorBudget budget, long response)
    {
        var (amount, period) = (budget.Amount.Ticks, budget.Period.Ticks);
        var jitter = period - amount;
        return (response + jitter + period - 1) / period * (amount + PreemptionCost.Ticks);
    }
}
