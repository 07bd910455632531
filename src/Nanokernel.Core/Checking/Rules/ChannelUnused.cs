using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0306: a declaration without effect.</summary>
internal static class ChannelUnused
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0306",
        "Channel that nobody uses",
        "{0} '{1}' is wired to no partition; it is left out. Wire it, or remove it.",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var channel in system.Channels.Where(channel => channel.Wires.IsEmpty))
            diagnostics.Report(Descriptor, channel.Location, channel.Traits.NounAtStart, channel.Name);
    }
}
