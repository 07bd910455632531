using System.Collections.Immutable;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0109: queues, and buffers with the same or a lower limit, leave no room below it.</summary>
internal static class DmaBufferOutOfReach
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0109",
        "DMA buffer out of its device's reach",
        "The DMA buffer '{0}' of partition '{1}' would end at 0x{2:X}, but its device reaches only what lies below {3}: queues and other"
        + " buffers come before it. Make them smaller, or lower its alignment of {4}.");

    internal static void Check(SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests, DiagnosticBag diagnostics)
    {
        var places = SystemMemory.Of(system, manifests).DmaBuffers;
        foreach (var ((partition, buffer), address) in SystemMemory.DmaBuffers(system).Zip(places))
        {
            var end = address + (ulong)Math.Max(0, buffer.Value.Size.Bytes);
            if (end > (ulong)buffer.Value.LimitBytes && buffer.Value.Below is { } limit)
            {
                diagnostics.Report(
                    Descriptor, buffer.Location, buffer.Value.Name, partition.Name, end, limit, new ByteSize(buffer.Value.AlignmentBytes));
            }
        }
    }
}
