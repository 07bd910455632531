using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0301: a queue that somebody sends to and nobody receives from, an event that nobody posts, and the like.</summary>
internal static class ChannelEndMissing
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0301",
        "Channel with one end",
        "{0} '{1}' has no {2}. Wire it: .{3}(partition).");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var channel in system.Channels.Where(channel => channel.Traits.NeedsAllRoles && !channel.Wires.IsEmpty))
        {
            foreach (var role in channel.Traits.Roles.Where(role => !channel.WiresOf(role.Role).Any()))
                diagnostics.Report(Descriptor, channel.Location, channel.Traits.NounAtStart, channel.Name, role.Noun, role.Method);
        }
    }
}
