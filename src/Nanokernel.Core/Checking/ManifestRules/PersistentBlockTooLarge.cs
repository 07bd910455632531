using System.Collections.Immutable;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0320: a commit goes over the whole block, and so does a start.</summary>
internal static class PersistentBlockTooLarge
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0320",
        "Persistent block too large",
        "Persistent memory '{0}' has a content of {3:N0} bytes, {1} ({2}); the most is {4:N0}. Split it into several blocks.");

    internal static void Check(
        SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests, DiagnosticBag diagnostics)
    {
        foreach (var block in system.Channels.OfType<PersistentMemoryDeclaration>())
        {
            if (WiredEnd.MessageOf(system, manifests, block) is { Message: { } content } end && content.Size > SystemLimits.PersistentBlockBytes)
            {
                diagnostics.Report(
                    Descriptor, block.Location, block.Name, content.TypeName, end.Member, content.Size, SystemLimits.PersistentBlockBytes);
            }
        }
    }
}
