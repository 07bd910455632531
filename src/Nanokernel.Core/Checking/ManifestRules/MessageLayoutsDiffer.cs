using System.Collections.Immutable;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0312: both ends copy bytes; if the layouts differ, the receiver reads nonsense.</summary>
internal static class MessageLayoutsDiffer
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0312",
        "Message types of different layout",
        "The ends of queue '{0}' have messages of different layout. Partition '{1}' sends {2} ({3}); partition '{4}' receives {5} ({6})."
        + " Use one message type, from a library that both projects refer to.");

    internal static void Check(
        SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests, DiagnosticBag diagnostics)
    {
        foreach (var queue in system.Queues.Where(queue => queue.Senders.Length == 1 && queue.Receivers.Length == 1))
        {
            var sender = WiredEnd.Find(WiredEnd.ManifestOf(system, manifests, queue.Senders[0].Value), queue, ChannelDirection.Send);
            var receiver = WiredEnd.Find(WiredEnd.ManifestOf(system, manifests, queue.Receivers[0].Value), queue, ChannelDirection.Receive);
            if (sender is null || receiver is null || sender.Message.CanonicalText == receiver.Message.CanonicalText)
                continue;
            diagnostics.Report(
                Descriptor,
                queue.Location,
                queue.Name,
                queue.Senders[0].Value,
                sender.Message,
                sender.Member,
                queue.Receivers[0].Value,
                receiver.Message,
                receiver.Member);
        }
    }
}
