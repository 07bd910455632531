using System.Collections.Immutable;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0106: every partition sees its channels below the kernel, in a range of fixed size.</summary>
internal static class ChannelMemoryExceeded
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0106",
        "More channel memory than its addresses",
        "The channels of system '{0}' take {1}; their virtual addresses hold {2}. The largest is '{3}' with {4}: make it smaller.");

    internal static void Check(
        SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests, DiagnosticBag diagnostics)
    {
        var sizes = SystemMemory.ShapesOf(system, manifests).Select(shape => shape.TotalBytes).ToList();
        var total = sizes.Aggregate(0UL, (sum, bytes) => sum + bytes);
        if (total <= SystemMemory.ChannelWindow)
            return;
        var largest = sizes.IndexOf(sizes.Max());
        diagnostics.Report(
            Descriptor,
            system.Channels[largest].Location,
            system.Name,
            new ByteSize((long)total),
            new ByteSize((long)SystemMemory.ChannelWindow),
            system.Channels[largest].Name,
            new ByteSize((long)sizes[largest]));
    }
}
