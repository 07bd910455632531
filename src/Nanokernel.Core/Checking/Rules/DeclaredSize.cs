using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>A size that a partition states, and what it may be.</summary>
internal readonly record struct DeclaredSize(
    PartitionDeclaration Partition, string What, Stated<ByteSize> Size, ByteSize Minimum, ByteSize Maximum)
{
    internal static IEnumerable<DeclaredSize> All(SystemDeclaration system) => system.Partitions.SelectMany(Of);

    internal static IEnumerable<DeclaredSize> Of(PartitionDeclaration partition)
    {
        yield return new(partition, "memory", partition.Memory, SystemLimits.MinimumMemory, SystemLimits.MaximumMemory);
        yield return new(partition, "stack", partition.Stack, SystemLimits.MinimumStack, SystemLimits.MaximumMemory);
        if (partition.Heap is { } heap)
            yield return new(partition, "heap", heap, new ByteSize(SystemLimits.PageBytes), SystemLimits.MaximumMemory);
    }

    internal static bool IsInRange(DeclaredSize size) => size.Size.Value >= size.Minimum && size.Size.Value <= size.Maximum;
}
