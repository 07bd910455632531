using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0319: where a record begins is known from the one before, so the oldest cannot be overwritten under a receiver's eyes.</summary>
internal static class RecordsOverwritten
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0319",
        "Record queue that overwrites",
        "Record queue '{0}' cannot overwrite its oldest record. State OnOverflow(QueueOverflow.Reject), or use a queue of messages.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var queue in system.Channels.OfType<RecordQueueDeclaration>().Where(queue => queue.Overflow == QueueOverflow.OverwriteOldest))
            diagnostics.Report(Descriptor, queue.OverflowLocation, queue.Name);
    }
}
