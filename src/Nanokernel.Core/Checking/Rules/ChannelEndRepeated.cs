using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0302: a partition has one end of a channel, and what is kept in one copy has one owner.</summary>
internal static class ChannelEndRepeated
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0302",
        "Channel wired twice",
        "{0} {1} partition '{2}' and {1} partition '{3}'. {4}{5}");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var channel in system.Channels)
        {
            foreach (var wires in channel.Wires.GroupBy(wire => (wire.Role, IsSingle(wire.Role) ? "" : wire.Partition)))
            {
                var first = wires.First();
                foreach (var wire in wires.Skip(1))
                {
                    diagnostics.ReportPair(
                        Descriptor,
                        wire.Location,
                        first.Location,
                        channel.Traits.WiredTitle(channel.Name),
                        ChannelRoleTraits.Of(wire.Role).Wiring,
                        first.Partition,
                        wire.Partition,
                        wire.Partition == first.Partition ? "Remove one of the two." : $"It has one {ChannelRoleTraits.Of(wire.Role).Noun}: remove one of the two.");
                }
            }
        }
    }

    private static bool IsSingle(ChannelRole role) => role is ChannelRole.PersistentMemoryOwner or ChannelRole.CallServer;
}
