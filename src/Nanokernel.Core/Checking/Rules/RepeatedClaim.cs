using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0210: a partition claims what it owns already; harmless, but one of the two is likely to be meant otherwise.</summary>
internal static class RepeatedClaim
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0210",
        "Claim repeated",
        "Partition '{0}' claims {1} a second time. Remove one of the two claims.{2}",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            CheckDevices(partition, diagnostics);
            CheckPorts(partition, diagnostics);
            CheckInterrupts(partition, diagnostics);
        }
    }

    private static void CheckDevices(PartitionDeclaration partition, DiagnosticBag diagnostics)
    {
        var seen = new Dictionary<string, SourceLocation?>(StringComparer.Ordinal);
        foreach (var device in partition.Devices)
        {
            if (seen.TryGetValue(device.Value.Name, out var first))
                diagnostics.ReportPair(Descriptor, device.Location, first, partition.Name, device.Value);
            else
                seen.Add(device.Value.Name, device.Location);
        }
    }

    private static void CheckPorts(PartitionDeclaration partition, DiagnosticBag diagnostics)
    {
        var earlier = partition.Devices
            .SelectMany(device => device.Value.Ports.Select(range => new PortClaim(range, device.Value, device.Location)))
            .ToList();
        foreach (var ports in partition.NamedPorts.Where(ports => ports.Value.IsValid))
        {
            var claim = new PortClaim(ports.Value, Device: null, ports.Location);
            var first = earlier.Find(other => other.Range.IsValid && other.Range.Overlaps(claim.Range));
            if (first is not null)
            {
                var shared = claim.Range.Intersect(first.Range);
                diagnostics.ReportPair(Descriptor, claim.Location, first.Location, partition.Name, $"ports {shared}");
            }

            earlier.Add(claim);
        }
    }

    private static void CheckInterrupts(PartitionDeclaration partition, DiagnosticBag diagnostics)
    {
        var claims = partition.InterruptClaims.ToList();
        for (var index = 1; index < claims.Count; index++)
        {
            var claim = claims[index];
            var first = claims.Take(index).FirstOrDefault(other => other.Line == claim.Line && other.Trigger == claim.Trigger);
            if (first is not null && claim.Device is null)
                diagnostics.ReportPair(Descriptor, claim.Location, first.Location, partition.Name, first);
        }
    }
}
