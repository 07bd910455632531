using System.Collections.Immutable;
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
            Check(queue, queue.Senders, "comes from", diagnostics);
            Check(queue, queue.Receivers, "goes to", diagnostics);
        }
    }

    private static void Check(QueueDeclaration queue, ImmutableArray<Stated<string>> ends, string verb, DiagnosticBag diagnostics)
    {
        foreach (var end in ends.Skip(1))
            diagnostics.ReportPair(Descriptor, end.Location, ends[0].Location, queue.Name, verb, ends[0].Value, end.Value);
    }
}
