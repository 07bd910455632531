using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0811: an image can be replaced only where somebody does it, something tells that it lives, and where it lies does not hang on its size.</summary>
internal static class ReplaceableImageIncomplete
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0811",
        "Image that cannot be replaced",
        "The image of partition '{0}' is to be replaceable, but {1}.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions.Where(partition => partition.HasReplaceableImage.Value))
        {
            foreach (var lack in LacksOf(system, partition))
                diagnostics.Report(Descriptor, partition.HasReplaceableImage.Location, partition.Name, lack);
        }
    }

    private static IEnumerable<string> LacksOf(SystemDeclaration system, PartitionDeclaration partition)
    {
        if (!FaultTable.WatchersOf(system, partition).Any())
            yield return $"no partition watches it, so nobody could bring a new one. Add .Watches({partition.Name}) to the one that does";
        if (partition.Heartbeat is null)
            yield return "no heartbeat is expected of it, by which a new one would show that it lives. Add .WithHeartbeat";
        if (partition.Heap is null)
            yield return "it states no heap, whose place may not hang on the size of its image. Add .WithHeap";
        if (system.ImageKey is null)
            yield return "the system states no key that new ones are signed for. Add .WithImageKey to the system";
    }
}
