using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0601: a place in the ring is found by a mask, so its size is a power of two.</summary>
internal static class TraceSizeOutOfRange
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0601",
        "Trace size out of range",
        "The trace of system '{0}' is {1}; it can be a power of two from {2} to {3}. State {4}.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        if (system.Trace is not { } trace || IsPossible(trace.Value))
            return;
        diagnostics.Report(
            Descriptor, trace.Location, system.Name, trace.Value, SystemLimits.MinimumTrace, SystemLimits.MaximumTrace, Nearest(trace.Value));
    }

    private static bool IsPossible(ByteSize size) =>
        size >= SystemLimits.MinimumTrace && size <= SystemLimits.MaximumTrace && (size.Bytes & (size.Bytes - 1)) == 0;

    /// <summary>The least possible size that is not smaller, or the largest that is possible.</summary>
    private static ByteSize Nearest(ByteSize size)
    {
        var nearest = SystemLimits.MinimumTrace;
        while (nearest < size && nearest < SystemLimits.MaximumTrace)
            nearest = new ByteSize(nearest.Bytes * 2);
        return nearest;
    }
}
