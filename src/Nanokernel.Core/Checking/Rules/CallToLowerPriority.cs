using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0340: who calls a partition of lower priority waits for it as long as anything between the two wants the processor.</summary>
internal static class CallToLowerPriority
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0340",
        "Call to a partition of lower priority",
        "Partition '{0}' of priority {1} calls partition '{2}' of priority {3} by '{4}', so it waits for all that runs above {3}. "
        + "Give '{2}' priority {1} or more, or send over a queue.",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var call in system.Channels.OfType<CallDeclaration>())
        {
            if (call.WiresOf(ChannelRole.CallServer).FirstOrDefault() is not { } to || Find(system, to.Partition) is not { } server)
                continue;
            foreach (var wire in call.WiresOf(ChannelRole.CallClient))
            {
                if (Find(system, wire.Partition) is { } client && client.Priority.Value > server.Priority.Value)
                {
                    diagnostics.Report(
                        Descriptor, wire.Location, client.Name, client.Priority.Value.Value, server.Name, server.Priority.Value.Value, call.Name);
                }
            }
        }
    }

    private static PartitionDeclaration? Find(SystemDeclaration system, string name) =>
        system.Partitions.FirstOrDefault(partition => partition.Name == name);
}
