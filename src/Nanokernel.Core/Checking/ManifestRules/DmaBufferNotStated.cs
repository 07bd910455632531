using System.Collections.Immutable;
using Nanokernel.Checking.Rules;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0111: the partition's code asks for a buffer; at run time there would be nothing behind it.</summary>
internal static class DmaBufferNotStated
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0111",
        "DMA buffer that the system does not state",
        "Partition '{0}' uses the DMA buffer \"{1}\" ({2}), but the system gives it none of that name."
        + " Add .WithDmaBuffer(\"{1}\", 64.KiB()) to the partition.{3}");

    internal static void Check(SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests, DiagnosticBag diagnostics)
    {
        for (var index = 0; index < system.Partitions.Length; index++)
        {
            var partition = system.Partitions[index];
            var names = partition.DmaBuffers.Select(buffer => buffer.Value.Name).ToList();
            foreach (var buffer in (manifests[index]?.DmaBuffers ?? []).Where(buffer => !names.Contains(buffer.Name)))
            {
                diagnostics.Report(
                    Descriptor, partition.Location, partition.Name, buffer.Name, buffer.Member, NameSuggestion.For(buffer.Name, names));
            }
        }
    }
}
