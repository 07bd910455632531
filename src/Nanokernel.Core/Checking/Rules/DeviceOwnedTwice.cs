using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0208: two partitions own one device that has no interrupt line; where it has one, NK0204 says so.</summary>
internal static class DeviceOwnedTwice
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0208",
        "Device owned twice",
        "{0} is owned by partition '{1}' and by partition '{2}'. A device has one owner: remove one, or pass its data over a channel.{3}");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        var firstOwners = new Dictionary<string, (PartitionDeclaration Owner, SourceLocation? Location)>(StringComparer.Ordinal);
        foreach (var partition in system.Partitions)
        {
            foreach (var device in partition.Devices.Where(device => !device.Value.Interrupts.Any(line => OwnedClaim.IsLine(line.Line))))
            {
                if (!firstOwners.TryGetValue(device.Value.Name, out var first))
                    firstOwners.Add(device.Value.Name, (partition, device.Location));
                else if (!ReferenceEquals(first.Owner, partition))
                    diagnostics.ReportPair(Descriptor, device.Location, first.Location, device.Value, first.Owner.Name, partition.Name);
            }
        }
    }
}
