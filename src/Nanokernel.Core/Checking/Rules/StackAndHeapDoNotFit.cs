using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0103: stack and heap are parts of a partition's memory, beside its image.</summary>
internal static class StackAndHeapDoNotFit
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0103",
        "Stack and heap larger than the memory",
        "The stack ({0}), heap ({1}) and guard pages ({2}) of partition '{3}' leave no room for its image in its memory of {4}."
        + " Give it more memory, or less stack or heap.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            if (DeclaredSize.Of(partition).Any(size => !DeclaredSize.IsInRange(size)))
                continue;
            var heap = partition.Heap?.Value ?? new ByteSize(SystemLimits.PageBytes);
            var guards = new ByteSize(SystemLimits.GuardPages * SystemLimits.PageBytes);
            var left = partition.Memory.Value.Bytes - partition.Stack.Value.Bytes - heap.Bytes - guards.Bytes;
            if (left >= SystemLimits.PageBytes)
                continue;
            var location = partition.Heap?.Location ?? partition.Stack.Location ?? partition.Memory.Location ?? partition.Location;
            diagnostics.Report(Descriptor, location, partition.Stack.Value, heap, guards, partition.Name, partition.Memory.Value);
        }
    }
}
