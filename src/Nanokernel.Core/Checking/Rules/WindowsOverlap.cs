using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0508: a moment of the major frame is one partition's.</summary>
internal static class WindowsOverlap
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0508",
        "Windows overlap",
        "The window of partition '{0}', {1} to {2}, overlaps that of partition '{3}', {4} to {5}. A moment of the major frame is one partition's: "
        + "move one, or make it shorter.{6}");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        if (system.Schedule is not { } schedule)
            return;
        for (var i = 0; i < schedule.Windows.Length; i++)
        {
            var window = schedule.Windows[i];
            var first = schedule.Windows.Take(i).FirstOrDefault(
                other => other.Value.Offset < window.Value.End && window.Value.Offset < other.Value.End);
            if (first is null)
                continue;
            diagnostics.ReportPair(
                Descriptor, window.Location, first.Location, window.Value.Partition, Duration.Format(window.Value.Offset),
                Duration.Format(window.Value.End), first.Value.Partition, Duration.Format(first.Value.Offset), Duration.Format(first.Value.End));
        }
    }
}
