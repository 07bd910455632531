using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0331: windows come before priority inheritance, too.</summary>
internal static class LockAcrossWindows
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0331",
        "Lock across windows",
        "Lock '{0}' is shared by partition '{1}', which runs in windows of its own, and by partition '{2}', which does not run in them: who holds "
        + "it when its window ends keeps it until the next one, however urgent the other is. Pass the data over a queue, or leave the lock "
        + "before the window ends and take this as said.{3}",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        if (system.Schedule is not { } schedule)
            return;
        foreach (var shared in system.Channels.Where(channel => channel.Kind == ChannelKind.Lock))
        {
            var windowed = shared.Wires.FirstOrDefault(wire => schedule.Windows.Any(window => window.Value.Partition == wire.Partition));
            var other = shared.Wires.FirstOrDefault(wire => wire.Partition != windowed?.Partition);
            if (windowed is null || other is null)
                continue;
            diagnostics.ReportPair(
                Descriptor,
                windowed.Location,
                schedule.Windows.First(window => window.Value.Partition == windowed.Partition).Location,
                shared.Name,
                windowed.Partition,
                other.Partition);
        }
    }
}
