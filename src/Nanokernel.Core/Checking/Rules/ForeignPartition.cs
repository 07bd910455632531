using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0305: an end that leads to a partition which is not in this system.</summary>
internal static class ForeignPartition
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0305",
        "Channel to a partition of another system",
        "{0} {1} partition '{2}', which system '{3}' does not have.{4} Add it with system.AddPartition.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        var names = system.Partitions.Select(partition => partition.Name).ToList();
        foreach (var channel in system.Channels)
        {
            foreach (var wire in channel.Wires.Where(wire => !names.Contains(wire.Partition)))
            {
                diagnostics.Report(
                    Descriptor,
                    wire.Location,
                    channel.Traits.WiredTitle(channel.Name),
                    ChannelRoleTraits.Of(wire.Role).Wiring,
                    wire.Partition,
                    system.Name,
                    Suggest(wire.Partition, names));
            }
        }
    }

    /// <summary>A partition of another system is written <c>other/name</c>; one of that name here is likely to be meant.</summary>
    private static string Suggest(string name, List<string> names)
    {
        var own = name.Substring(name.LastIndexOf('/') + 1);
        return own != name && names.Contains(own) ? NameSuggestion.Sentence(own) : NameSuggestion.For(own, names);
    }
}
