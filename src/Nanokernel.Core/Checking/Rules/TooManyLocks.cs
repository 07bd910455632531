using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0334: what the end of a partition costs is bounded by the number of locks.</summary>
internal static class TooManyLocks
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0334",
        "Too many locks",
        "System '{0}' has {1} locks; the limit is {2}. '{3}' is the first that is too many: let one lock guard what is used together.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        var locks = system.Channels.Where(channel => channel.Kind == ChannelKind.Lock).ToList();
        if (locks.Count > SystemLimits.Locks)
            diagnostics.Report(Descriptor, locks[SystemLimits.Locks].Location, system.Name, locks.Count, SystemLimits.Locks, locks[SystemLimits.Locks].Name);
    }
}
