using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0201: ports are 0 to 0xFFFF, and a range ends where it starts or later.</summary>
internal static class PortRangeInvalid
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0201",
        "Invalid port range",
        "The port range {0} of partition '{1}' is not valid: {2}.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            foreach (var claim in partition.PortClaims.Where(claim => !claim.Range.IsValid))
            {
                var reason = claim.Range.Start > claim.Range.End
                    ? "it ends before it starts; exchange the two ports"
                    : "ports are 0 to 0xFFFF";
                diagnostics.Report(Descriptor, claim.Location, claim, partition.Name, reason);
            }
        }
    }
}
