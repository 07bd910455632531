using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0318: any index into a ring of bytes is made valid by a mask, so its size is a power of two.</summary>
internal static class RecordQueueSizeOutOfRange
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0318",
        "Size that a record queue cannot have",
        "The size of record queue '{0}' is {1}; it can be a power of two from {2} to {3}.{4}");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var queue in system.Channels.OfType<RecordQueueDeclaration>().Where(queue => !IsPossible(queue.Size)))
        {
            diagnostics.Report(
                Descriptor, queue.Location, queue.Name, queue.Size, SystemLimits.MinimumRecordQueue, SystemLimits.MaximumRecordQueue, Suggest(queue.Size));
        }
    }

    internal static bool IsPossible(ByteSize size) =>
        size >= SystemLimits.MinimumRecordQueue && size <= SystemLimits.MaximumRecordQueue && (size.Bytes & (size.Bytes - 1)) == 0;

    private static string Suggest(ByteSize size)
    {
        if (size <= SystemLimits.MinimumRecordQueue || size >= SystemLimits.MaximumRecordQueue)
            return "";
        var above = SystemLimits.MinimumRecordQueue.Bytes;
        while (above < size.Bytes)
            above *= 2;
        return $" State {new ByteSize(above)}.";
    }
}
