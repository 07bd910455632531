using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0107: known when the partition has been linked; <see cref="Layout.PartitionMemoryMap.TryCreate"/> asks.</summary>
internal static class ImageDoesNotFit
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0107",
        "Image larger than the partition's memory",
        "The image of partition '{0}' takes {1}; with its stack ({2}), heap ({3}) and guard pages ({4}) it needs {5}, but its "
        + "memory is {6}."
        + " State at least .WithMemory({7}.KiB()).");

    internal static void Report(CheckedPartition partition, uint imageBytes, DiagnosticBag diagnostics)
    {
        var heap = Math.Max(partition.HeapBytes, SystemLimits.PageBytes);
        var guards = SystemLimits.GuardPages * SystemLimits.PageBytes;
        var needed = new ByteSize((long)imageBytes + partition.StackBytes + heap + guards);
        diagnostics.Report(
            Descriptor,
            partition.Location,
            partition.Name,
            new ByteSize(imageBytes),
            new ByteSize(partition.StackBytes),
            new ByteSize(heap),
            new ByteSize(guards),
            needed,
            new ByteSize(partition.MemoryBytes),
            (needed.Bytes + SystemLimits.PageBytes - 1) / SystemLimits.PageBytes * (SystemLimits.PageBytes / 1024));
    }
}
