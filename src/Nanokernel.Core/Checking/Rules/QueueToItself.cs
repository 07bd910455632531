using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0303: sender and receiver are one partition.</summary>
internal static class QueueToItself
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0303",
        "Queue from a partition to itself",
        "Queue '{0}' goes from partition '{1}' to itself. A queue joins two partitions; inside one, use a collection of your own.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var queue in system.Queues)
        {
            if (queue.Senders.Length == 1 && queue.Receivers.Length == 1 && queue.Senders[0].Value == queue.Receivers[0].Value)
                diagnostics.Report(Descriptor, queue.Receivers[0].Location, queue.Name, queue.Senders[0].Value);
        }
    }
}
