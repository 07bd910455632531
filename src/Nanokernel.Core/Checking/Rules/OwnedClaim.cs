using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>All claims of a system with their owners, in the order in which they were written.</summary>
internal static class OwnedClaim
{
    internal static IEnumerable<(PartitionDeclaration Owner, PortClaim Claim)> Ports(SystemDeclaration system) =>
        system.Partitions.SelectMany(partition => partition.PortClaims.Select(claim => (partition, claim)));

    internal static IEnumerable<(PartitionDeclaration Owner, InterruptClaim Claim)> Interrupts(SystemDeclaration system) =>
        system.Partitions.SelectMany(partition => partition.InterruptClaims.Select(claim => (partition, claim)));

    internal static bool IsLine(int line) => line is >= 0 and < Machine.InterruptLineCount;

    internal static bool IsSameDevice(Device? left, Device? right) => left is not null && left.Name == right?.Name;

    /// <summary>Whether a partition owns a device, by name or by all of its ports.</summary>
    internal static bool OwnsDevice(PartitionDeclaration partition, Device device) =>
        partition.Devices.Any(owned => owned.Value.Name == device.Name)
        || (!device.Ports.IsEmpty && device.Ports.All(range => partition.NamedPorts.Any(
            owned => owned.Value.Start <= range.Start && range.End <= owned.Value.End)));
}
