using System.Collections.Immutable;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0312: both ends copy bytes; if the layouts differ, the receiver reads nonsense.</summary>
internal static class MessageLayoutsDiffer
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0312",
        "Types of different layout at the ends of a channel",
        "The ends of {0} '{1}' have types of different layout. Partition '{2}' {3} {4} ({5}); partition '{6}' {7} {8} ({9})."
        + " Use one type, from a library that both projects refer to.");

    internal static void Check(
        SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests, DiagnosticBag diagnostics)
    {
        foreach (var channel in system.Channels)
        {
            var ends = WiredEnd.EndsOf(system, manifests, channel).ToList();
            foreach (var (wire, end) in ends.Where(other => ends[0].End.Message is { } message && !message.Fits(other.End.Message)))
            {
                diagnostics.Report(
                    Descriptor,
                    channel.Location,
                    channel.Traits.Noun,
                    channel.Name,
                    ends[0].Wire.Partition,
                    ChannelRoleTraits.Of(ends[0].Wire.Role).Verb,
                    ends[0].End.Message!,
                    ends[0].End.Member,
                    wire.Partition,
                    ChannelRoleTraits.Of(wire.Role).Verb,
                    end.Message!,
                    end.Member);
            }
        }
    }
}
