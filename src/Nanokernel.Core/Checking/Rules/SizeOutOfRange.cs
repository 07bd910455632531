using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0102: sizes below what a partition can run in, and above what the kernel can address.</summary>
internal static class SizeOutOfRange
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0102",
        "Size out of range",
        "The {0} of {1} is {2}; it can be {3} to {4}.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var size in DeclaredSize.All(system))
        {
            if (DeclaredSize.IsInRange(size))
                continue;
            var (location, value) = (size.Size.Location, size.Size.Value);
            diagnostics.Report(Descriptor, location, size.What, size.Owner, value, size.Minimum, size.Maximum);
        }
    }
}
