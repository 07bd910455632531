using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0301: a queue that somebody sends to and nobody receives from, or the reverse.</summary>
internal static class QueueEndMissing
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0301",
        "Queue with one end",
        "Queue '{0}' has no {1}. Wire it: .{2}(partition).");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var queue in system.Queues)
        {
            if (queue.Senders.IsEmpty && !queue.Receivers.IsEmpty)
                diagnostics.Report(Descriptor, queue.Location, queue.Name, "sender", "From");
            if (queue.Receivers.IsEmpty && !queue.Senders.IsEmpty)
                diagnostics.Report(Descriptor, queue.Location, queue.Name, "receiver", "To");
        }
    }
}
