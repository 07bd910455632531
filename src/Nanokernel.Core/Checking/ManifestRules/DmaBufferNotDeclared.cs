using System.Collections.Immutable;
using Nanokernel.Checking.Rules;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0112: memory is set aside for a partition whose code knows nothing of it.</summary>
internal static class DmaBufferNotDeclared
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0112",
        "DMA buffer that the partition does not declare",
        "The system gives partition '{0}' the DMA buffer '{1}', but {2} has no [DmaBuffer(\"{1}\")] property.{3} Add the property, or remove"
        + " the buffer.");

    internal static void Check(SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests, DiagnosticBag diagnostics)
    {
        for (var index = 0; index < system.Partitions.Length; index++)
        {
            if (manifests[index] is not { } manifest)
                continue;
            var partition = system.Partitions[index];
            var names = manifest.DmaBuffers.Select(buffer => buffer.Name).ToList();
            foreach (var buffer in partition.DmaBuffers.Where(buffer => !names.Contains(buffer.Value.Name)))
            {
                diagnostics.Report(
                    Descriptor, buffer.Location, partition.Name, buffer.Value.Name, manifest.TypeName, NameSuggestion.For(buffer.Value.Name, names));
            }
        }
    }
}
