using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0242: a limit of a line that the partition does not own limits nothing.</summary>
internal static class InterruptLimitWithoutLine
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0242",
        "Interrupt limit for a line of nobody or another",
        "Partition '{0}' limits IRQ {1}, which {2} owns. State the limit at the partition that owns the line.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            foreach (var limit in partition.InterruptLimits)
            {
                if (partition.InterruptClaims.Any(claim => claim.Line == limit.Value.Line))
                    continue;
                var owner = system.Partitions.FirstOrDefault(other => other.InterruptClaims.Any(claim => claim.Line == limit.Value.Line));
                diagnostics.Report(
                    Descriptor, limit.Location, partition.Name, limit.Value.Line, owner is null ? "nobody" : $"partition '{owner.Name}'");
            }
        }
    }
}
