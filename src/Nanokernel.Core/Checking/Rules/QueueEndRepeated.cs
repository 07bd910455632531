using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0302: rings in shared memory work without locks because each side has one partition.</summary>
internal static class QueueEndRepeated
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0302",
        "Queue with several senders or receivers",
        "Queue '{0}' {1} partition '{2}' and {1} partition '{3}'. A queue has one sender and one receiver: add a second queue.{4}");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var queue in system.Queues)
        {
            foreach (var sender in queue.Senders.Skip(1))
                diagnostics.ReportPair(Descriptor, sender.Location, queue.Senders[0].Location, queue.Name, "comes from", queue.Senders[0].Value, sender.Value);
            foreach (var receiver in queue.Receivers.Skip(1))
                diagnostics.ReportPair(Descriptor, receiver.Location, queue.Receivers[0].Location, queue.Name, "goes to", queue.Receivers[0].Value, receiver.Value);
        }
    }
}
