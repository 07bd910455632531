using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>
/// NK0202: ports of two partitions overlap. Two claims of one device are a matter of its interrupt line (NK0204) or of the device
/// (NK0208).
/// </summary>
internal static class PortsOwnedTwice
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0202",
        "Ports owned twice",
        "{0} {1} owned by partition '{2}' (as {3}) and by partition '{4}' (as {5})."
        + " A port has one owner: remove one claim, or pass the data over a channel.{6}");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        var claims = OwnedClaim.Ports(system).Where(owned => owned.Claim.Range.IsValid).ToList();
        for (var later = 1; later < claims.Count; later++)
        {
            var (owner, claim) = claims[later];
            foreach (var (firstOwner, first) in claims.Take(later))
            {
                if (ReferenceEquals(owner, firstOwner) || OwnedClaim.IsSameDevice(claim.Device, first.Device))
                    continue;
                if (!claim.Range.Overlaps(first.Range))
                    continue;
                var shared = claim.Range.Intersect(first.Range);
                diagnostics.ReportPair(
                    Descriptor,
                    claim.Location,
                    first.Location,
                    shared.Count == 1 ? $"Port {shared}" : $"Ports {shared}",
                    shared.Count == 1 ? "is" : "are",
                    firstOwner.Name,
                    first,
                    owner.Name,
                    claim);
            }
        }
    }
}
