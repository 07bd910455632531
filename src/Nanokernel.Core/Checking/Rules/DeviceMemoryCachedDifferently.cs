using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0222: a page that is cached in two ways (SDM vol. 3A, 12.12.4). Devices of two partitions are a matter of NK0221.</summary>
internal static class DeviceMemoryCachedDifferently
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0222",
        "Device memory cached in two ways",
        "The memory {0} of {1} is {2}, and {3} of {4} is {5}, but they have a page in common, which is cached in one way only."
        + " State the same for both in partition '{6}'.{7}");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            var claims = DeviceMemoryClaim.Of(partition).ToList();
            for (var later = 1; later < claims.Count; later++)
            {
                foreach (var first in claims.Take(later))
                    Compare(partition, first, claims[later], diagnostics);
            }
        }
    }

    private static void Compare(PartitionDeclaration partition, DeviceMemoryClaim first, DeviceMemoryClaim claim, DiagnosticBag diagnostics)
    {
        if (claim.Memory.Caching == first.Memory.Caching || !claim.Memory.Touches(first.Memory.FirstPage, first.Memory.PageEnd))
            return;
        diagnostics.ReportPair(
            Descriptor, claim.Location, first.Location,
            first.Memory, first.Device, first.Memory.Caching.ToText(), claim.Memory, claim.Device, claim.Memory.Caching.ToText(), partition.Name);
    }
}
