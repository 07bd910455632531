using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0110: memory set aside for a device that the partition does not own.</summary>
internal static class DmaBufferWithoutBusMaster
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0110",
        "DMA buffer without a bus master",
        "Partition '{0}' has the DMA buffer '{1}', but none of its devices is a bus master, so no device reads or writes it."
        + " Give it the device (a Device or PciFunction with IsBusMaster), or remove the buffer.",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions.Where(partition => !OwnsBusMaster(partition)))
        {
            foreach (var buffer in partition.DmaBuffers)
                diagnostics.Report(Descriptor, buffer.Location, partition.Name, buffer.Value.Name);
        }
    }

    private static bool OwnsBusMaster(PartitionDeclaration partition) =>
        partition.Devices.Any(device => device.Value.IsBusMaster) || partition.PciFunctions.Any(function => function.Value.IsBusMaster);
}
