using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0101: memory is given out in pages of 4 KiB.</summary>
internal static class SizeNotPageMultiple
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0101",
        "Size that is not whole pages",
        "The {0} of {1} is {2}, which is not a multiple of 4 KiB. State {3} or {4}.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var size in DeclaredSize.All(system))
        {
            var remainder = size.Size.Value.Bytes % SystemLimits.PageBytes;
            if (remainder == 0 || !DeclaredSize.IsInRange(size))
                continue;
            var below = new ByteSize(size.Size.Value.Bytes - remainder);
            var above = new ByteSize(below.Bytes + SystemLimits.PageBytes);
            diagnostics.Report(Descriptor, size.Size.Location, size.What, size.Owner, size.Size.Value, below, above);
        }
    }
}
