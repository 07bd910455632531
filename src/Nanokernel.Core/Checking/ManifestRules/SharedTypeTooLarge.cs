using System.Collections.Immutable;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0315: the type that a partition sees in shared memory does not fit into it.</summary>
internal static class SharedTypeTooLarge
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0315",
        "Type larger than its shared memory",
        "Partition '{0}' {1} {2} ({3}), {4:N0} bytes, in shared memory '{5}', which has {6}. State at least {7}.");

    internal static void Check(SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests, DiagnosticBag diagnostics)
    {
        foreach (var memory in system.Channels.OfType<SharedMemoryDeclaration>())
        {
            foreach (var (wire, end) in WiredEnd.EndsOf(system, manifests, memory).Where(found => found.End.Message!.Size > memory.Size.Bytes))
            {
                var bytes = end.Message!.Size;
                var pages = ((long)bytes + SystemLimits.PageBytes - 1) / SystemLimits.PageBytes;
                diagnostics.Report(
                    Descriptor,
                    memory.Location,
                    wire.Partition,
                    ChannelRoleTraits.Of(wire.Role).Verb,
                    end.Message.TypeName,
                    end.Member,
                    bytes,
                    memory.Name,
                    memory.Size,
                    new ByteSize(pages * SystemLimits.PageBytes));
            }
        }
    }
}
