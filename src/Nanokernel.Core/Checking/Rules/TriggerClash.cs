using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0212: two claims of one line by one partition that contradict each other.</summary>
internal static class TriggerClash
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0212",
        "One line, two triggers",
        "Partition '{0}' states {1} both as edge-triggered and as level-triggered. A line has one trigger: correct one of the two.{2}");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            var firstClaims = new Dictionary<int, InterruptClaim>();
            foreach (var claim in partition.InterruptClaims)
            {
                if (!firstClaims.TryGetValue(claim.Line, out var first))
                    firstClaims.Add(claim.Line, claim);
                else if (first.Trigger != claim.Trigger)
                    diagnostics.ReportPair(Descriptor, claim.Location, first.Location, partition.Name, first);
            }
        }
    }
}
