using System.Globalization;
using Nanokernel.Layout;
using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0813: a watcher sees the image slots of all partitions that it watches, at addresses that are set aside for them.</summary>
internal static class ReplaceableImagesTooLarge
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0813",
        "Replaceable images too large",
        "Two images of each partition that has a replaceable one, with their symbols, take {0}: {1}. There are addresses for {2}. "
        + "State less memory for one of the partitions, or more stack and heap of it.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        var partitions = system.Partitions.Where(partition => partition.HasReplaceableImage.Value).ToList();
        var bytes = partitions.Sum(partition => (long)ImageSlot.AllBytesOf(system, partition));
        if (bytes <= SystemLimits.ReplaceableImages.Bytes)
            return;
        var list = string.Join(", ", partitions.Select(
            partition => string.Format(CultureInfo.InvariantCulture, "'{0}' {1}", partition.Name, new ByteSize((long)ImageSlot.AllBytesOf(system, partition)))));
        diagnostics.Report(Descriptor, partitions[partitions.Count - 1].HasReplaceableImage.Location, new ByteSize(bytes), list, SystemLimits.ReplaceableImages);
    }
}
