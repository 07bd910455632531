using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0303: a partition at both sides of a channel.</summary>
internal static class ChannelToItself
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0303",
        "Channel from a partition to itself",
        "{0} {1} partition '{2}' and {3} it. {4}{5}");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var channel in system.Channels)
        {
            foreach (var wires in channel.Wires.GroupBy(wire => wire.Partition))
            {
                var first = wires.First();
                foreach (var wire in wires.Where(wire => wire.Role != first.Role))
                {
                    diagnostics.ReportPair(
                        Descriptor,
                        wire.Location,
                        channel.Traits.IsOfPartition ? null : first.Location,
                        channel.Traits.WiredTitle(channel.Name),
                        ChannelRoleTraits.Of(first.Role).Wiring,
                        wire.Partition,
                        ChannelRoleTraits.Of(wire.Role).Wiring,
                        channel.Traits.IsOfPartition
                            ? "A partition does not watch itself: remove the statement."
                            : "A channel joins different partitions: remove one of the two.");
                }
            }
        }
    }
}
