using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0306: a declaration without effect.</summary>
internal static class QueueUnused
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0306",
        "Queue that nobody uses",
        "Queue '{0}' is wired neither from nor to a partition; it is left out. Wire it, or remove it.",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var queue in system.Queues)
        {
            if (queue.Senders.IsEmpty && queue.Receivers.IsEmpty)
                diagnostics.Report(Descriptor, queue.Location, queue.Name);
        }
    }
}
