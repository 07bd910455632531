using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0004: a system that would boot into nothing.</summary>
internal static class NoPartitions
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0004",
        "System without partitions",
        "System '{0}' has no partitions. Add one: system.AddPartition(\"main\", Projects.Main).");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        if (system.Partitions.IsEmpty)
            diagnostics.Report(Descriptor, system.Location, system.Name);
    }
}
