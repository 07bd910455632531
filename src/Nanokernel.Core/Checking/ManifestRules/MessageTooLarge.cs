using System.Collections.Immutable;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0313: a message is copied whole on both sides, often by way of the stack.</summary>
internal static class MessageTooLarge
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0313",
        "Message too large",
        "A message of queue '{0}', {1} ({2}), has {3:N0} bytes; the most is {4:N0}. Split it into several messages.");

    internal static void Check(
        SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests, DiagnosticBag diagnostics)
    {
        foreach (var queue in system.Queues)
        {
            if (WiredEnd.MessageOf(system, manifests, queue) is { Message: { } message } end && message.Size > SystemLimits.MessageBytes)
            {
                diagnostics.Report(
                    Descriptor, queue.Location, queue.Name, message.TypeName, end.Member, message.Size, SystemLimits.MessageBytes);
            }
        }
    }
}
