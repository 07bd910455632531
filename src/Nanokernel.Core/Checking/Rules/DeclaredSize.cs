using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>A size that is stated of a partition, of shared memory or of a persistent pool, and what it may be.</summary>
internal readonly record struct DeclaredSize(string What, string Owner, Stated<ByteSize> Size, ByteSize Minimum, ByteSize Maximum)
{
    internal static IEnumerable<DeclaredSize> All(SystemDeclaration system) =>
        system.Partitions.SelectMany(Of)
            .Concat(system.Channels.OfType<SharedMemoryDeclaration>().Select(Of))
            .Concat(system.Channels.OfType<PersistentPoolDeclaration>().Select(Of));

    internal static IEnumerable<DeclaredSize> Of(PartitionDeclaration partition)
    {
        var owner = $"partition '{partition.Name}'";
        yield return new("memory", owner, partition.Memory, SystemLimits.MinimumMemory, SystemLimits.MaximumMemory);
        yield return new("stack", owner, partition.Stack, SystemLimits.MinimumStack, SystemLimits.MaximumMemory);
        if (partition.Heap is { } heap)
            yield return new("heap", owner, heap, new ByteSize(SystemLimits.PageBytes), SystemLimits.MaximumMemory);
    }

    private static DeclaredSize Of(SharedMemoryDeclaration memory) => new(
        "size", $"shared memory '{memory.Name}'", new(memory.Size, memory.Location), new ByteSize(SystemLimits.PageBytes), SystemLimits.SharedMemory);

    private static DeclaredSize Of(PersistentPoolDeclaration pool) => new(
        "size", $"persistent pool '{pool.Name}'", new(pool.Size, pool.Location), new ByteSize(SystemLimits.PageBytes), SystemLimits.PersistentPool);

    internal static bool IsInRange(DeclaredSize size) => size.Size.Value >= size.Minimum && size.Size.Value <= size.Maximum;
}
