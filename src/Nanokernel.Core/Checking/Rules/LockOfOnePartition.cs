using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0330: a lock that nobody else can hold guards nothing.</summary>
internal static class LockOfOnePartition
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0330",
        "Lock of one partition",
        "Lock '{0}' is shared by partition '{1}' and by no other: it is always free, and taking it costs a hypercall for nothing. Share it with "
        + "another partition, or remove it.",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var shared in system.Channels.Where(channel => channel.Kind == ChannelKind.Lock))
        {
            var users = shared.Wires.Select(wire => wire.Partition).Distinct().ToList();
            if (users.Count == 1)
                diagnostics.Report(Descriptor, shared.Location, shared.Name, users[0]);
        }
    }
}
