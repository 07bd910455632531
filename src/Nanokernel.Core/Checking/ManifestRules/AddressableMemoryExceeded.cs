using System.Collections.Immutable;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0105: memory whose addresses are those of the controllers, or beyond 32 bits.</summary>
internal static class AddressableMemoryExceeded
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0105",
        "More memory than the kernel can address",
        "System '{0}' needs {1} of memory (kernel {2}, {3}); the kernel can address {4}. Give partitions less.");

    internal static void Check(
        SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests, DiagnosticBag diagnostics)
    {
        var needed = SystemMemory.EndOf(system, manifests);
        if (needed > SystemMemory.Addressable)
        {
            diagnostics.Report(
                Descriptor,
                system.Location,
                system.Name,
                new ByteSize((long)needed),
                SystemMemory.Kernel,
                SystemMemory.Describe(system),
                SystemLimits.PhysicalMemory);
        }
    }
}
