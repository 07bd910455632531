using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>The memory of a device that a partition claims.</summary>
internal sealed class DeviceMemoryClaim(DeviceMemory memory, Device device, SourceLocation? location)
{
    internal DeviceMemory Memory => memory;

    internal Device Device => device;

    internal SourceLocation? Location => location;

    /// <summary>All claims of a partition; a device that is claimed again counts once.</summary>
    internal static IEnumerable<DeviceMemoryClaim> Of(PartitionDeclaration partition) => partition.Devices
        .GroupBy(device => device.Value.Name)
        .Select(claims => claims.First())
        .SelectMany(device => device.Value.Memory.Select(memory => new DeviceMemoryClaim(memory, device.Value, device.Location)));

    /// <summary>The bytes of all pages that a partition claims.</summary>
    internal static long BytesOf(PartitionDeclaration partition) => Of(partition).Sum(claim => (long)(claim.Memory.PageEnd - claim.Memory.FirstPage));
}
