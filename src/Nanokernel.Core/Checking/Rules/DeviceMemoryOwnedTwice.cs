using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0221: devices of two partitions answer in one page. Two claims of one device are a matter of NK0204 or NK0208.</summary>
internal static class DeviceMemoryOwnedTwice
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0221",
        "Device memory owned twice",
        "The memory {0} of {1}, claimed by partition '{2}', and {3} of {4}, claimed by partition '{5}', have a page in common."
        + " A page has one owner: give both devices to one partition.{6}");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        var claims = system.Partitions
            .SelectMany(partition => DeviceMemoryClaim.Of(partition).Select(claim => (Owner: partition, Claim: claim)))
            .ToList();
        for (var later = 1; later < claims.Count; later++)
        {
            var (owner, claim) = claims[later];
            foreach (var (firstOwner, first) in claims.Take(later))
            {
                if (ReferenceEquals(owner, firstOwner) || OwnedClaim.IsSameDevice(claim.Device, first.Device)
                    || !claim.Memory.Touches(first.Memory.FirstPage, first.Memory.PageEnd))
                    continue;
                diagnostics.ReportPair(
                    Descriptor, claim.Location, first.Location, first.Memory, first.Device, firstOwner.Name, claim.Memory, claim.Device, owner.Name);
            }
        }
    }
}
