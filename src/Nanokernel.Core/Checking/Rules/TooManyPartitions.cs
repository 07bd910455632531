using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0005: the kernel's tables hold a fixed number of partitions.</summary>
internal static class TooManyPartitions
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0005",
        "Too many partitions",
        "System '{0}' has {1} partitions; the limit is {2}. '{3}' is the first that is too many: unite partitions, or make two systems.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        if (system.Partitions.Length <= SystemLimits.Partitions)
            return;
        var firstTooMany = system.Partitions[SystemLimits.Partitions];
        diagnostics.Report(
            Descriptor, firstTooMany.Location, system.Name, system.Partitions.Length, SystemLimits.Partitions, firstTooMany.Name);
    }
}
