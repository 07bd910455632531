using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0504: a time slice where no two partitions have the same priority.</summary>
internal static class TimeSliceUnused
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0504",
        "Time slice without equals",
        "System '{0}' states a time slice of {1}, but no two of its partitions have the same priority: there is nobody to take turns with. "
        + "Leave it out, or give partitions equal priorities.",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        if (system.TimeSlice is { } slice && system.Partitions.GroupBy(partition => partition.Priority.Value).All(equals => equals.Count() == 1))
            diagnostics.Report(Descriptor, slice.Location, system.Name, Duration.Format(slice.Value));
    }
}
