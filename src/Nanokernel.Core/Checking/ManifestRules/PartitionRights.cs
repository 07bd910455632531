using Nanokernel.Checking.Rules;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>What a system gives to a partition beyond memory and time, and by which calls its code makes use of it.</summary>
internal static class PartitionRights
{
    /// <summary>The right that a call needs, and how a system states it.</summary>
    internal static readonly (RuntimeUses Use, string Call, string Missing, string Statement)[] Calls =
    [
        (RuntimeUses.AttachesInterrupts, "Interrupts.Attach", "owns no interrupt line", "OwnsDevice or OwnsInterrupt"),
        (RuntimeUses.Ports, "IoPort", "owns no ports", "OwnsDevice or OwnsPorts"),
        (RuntimeUses.DeviceMemory, "DeviceMemory.At", "owns no device with memory", "OwnsDevice"),
        (RuntimeUses.PciFunctions, "PciFunction.Find", "owns no PCI function", "OwnsPciFunction"),
        (RuntimeUses.HandlesExceptions, "Exceptions.Attach", "has no right to its own exceptions", "HandlesExceptions()"),
        (RuntimeUses.EndsSystem, "Machine.EndSystem", "has no right to end the system", "MayEndSystem()"),
    ];

    /// <summary>The calls that succeed for some argument. Who handles its own exceptions may emulate ports.</summary>
    internal static RuntimeUses Of(PartitionDeclaration partition) =>
        (partition.InterruptClaims.Any() || Functions(partition).Any(function => function.UsesInterrupt)
            ? RuntimeUses.AttachesInterrupts
            : RuntimeUses.None)
        | (partition.PortClaims.Any() || Functions(partition).Any(HasPorts) || partition.HandlesExceptions ? RuntimeUses.Ports : RuntimeUses.None)
        | (partition.PciFunctions.IsEmpty ? RuntimeUses.None : RuntimeUses.PciFunctions)
        | (DeviceMemoryClaim.Of(partition).Any() ? RuntimeUses.DeviceMemory : RuntimeUses.None)
        | (partition.HandlesExceptions ? RuntimeUses.HandlesExceptions : RuntimeUses.None)
        | (partition.MayEndSystem ? RuntimeUses.EndsSystem : RuntimeUses.None);

    /// <summary>The calls by which a device can be used.</summary>
    internal static RuntimeUses Of(Device device) =>
        (device.Interrupts.IsEmpty ? RuntimeUses.None : RuntimeUses.AttachesInterrupts)
        | (device.Ports.IsEmpty ? RuntimeUses.None : RuntimeUses.Ports)
        | (device.Memory.IsEmpty ? RuntimeUses.None : RuntimeUses.DeviceMemory);

    private static IEnumerable<PciFunction> Functions(PartitionDeclaration partition) => partition.PciFunctions.Select(function => function.Value);

    private static bool HasPorts(PciFunction function) => function.Bars.Any(bar => bar.Kind == PciBarKind.Ports);
}
