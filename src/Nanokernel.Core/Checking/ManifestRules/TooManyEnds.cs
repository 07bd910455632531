using System.Collections.Immutable;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0314: the records of a partition's channel ends stand in one page.</summary>
internal static class TooManyEnds
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0314",
        "Too many channel ends",
        "Partition '{0}' has {1} channel ends; the limit is {2}. Unite channels, or divide the partition.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            var ends = system.Channels.Sum(channel => channel.Wires.Count(wire => wire.Partition == partition.Name));
            if (ends > SystemLimits.ChannelEnds)
                diagnostics.Report(Descriptor, partition.Location, partition.Name, ends, SystemLimits.ChannelEnds);
        }
    }
}
