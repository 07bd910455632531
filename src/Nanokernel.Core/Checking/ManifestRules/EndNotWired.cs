using System.Collections.Immutable;
using Nanokernel.Checking.Rules;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0310: the partition's code asks for an end; at run time there would be nothing behind it.</summary>
internal static class EndNotWired
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0310",
        "Channel end that the system does not wire",
        "Partition '{0}' {1} \"{2}\" ({3}), but the system wires no such end to it: {4}.{5}");

    internal static void Check(
        SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests, DiagnosticBag diagnostics)
    {
        for (var index = 0; index < system.Partitions.Length; index++)
        {
            var partition = system.Partitions[index];
            foreach (var end in manifests[index]?.Ends ?? [])
            {
                if (!system.Queues.Any(queue => queue.Name == end.Channel && WiredEnd.PartitionsOf(queue, end.Direction).Any(
                    wired => wired.Value == partition.Name)))
                {
                    Report(system, partition, end, diagnostics);
                }
            }
        }
    }

    private static void Report(SystemDeclaration system, PartitionDeclaration partition, ManifestEnd end, DiagnosticBag diagnostics)
    {
        var queue = system.Queues.FirstOrDefault(queue => queue.Name == end.Channel);
        var remedy = queue is null
            ? $"add system.AddQueue(\"{end.Channel}\", capacity: 64) and wire it {WiredEnd.Verb(end.Direction)} '{partition.Name}'"
            : $"add .{WiredEnd.Method(end.Direction)}({partition.Name}) to queue '{queue.Name}'";
        diagnostics.Report(
            Descriptor,
            queue?.Location ?? partition.Location,
            partition.Name,
            end.Direction == ChannelDirection.Send ? "sends to" : "receives from",
            end.Channel,
            end.Member,
            remedy,
            queue is null ? NameSuggestion.For(end.Channel, system.Queues.Select(other => other.Name)) : "");
    }
}
