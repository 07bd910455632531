using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0502: a time slice has to be long against a switch, and short enough to be one.</summary>
internal static class TimeSliceOutOfRange
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0502",
        "Time slice out of range",
        "The time slice of system '{0}', {1}, is out of range: it is 100 us to 1,000 ms.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        if (system.TimeSlice is { } slice
            && (slice.Value.Ticks < TimeSpan.TicksPerMillisecond / 10 || slice.Value.Ticks > TimeSpan.TicksPerSecond))
        {
            diagnostics.Report(Descriptor, slice.Location, system.Name, Duration.Format(slice.Value));
        }
    }
}
