namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0008: the assembly of a library, or of several partitions.</summary>
internal static class NotAPartition
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0008",
        "Assembly that is not one partition",
        "In assembly '{0}', {1} has [Partition]; a partition project has exactly one such class."
        + " Mark the class with Main: [Partition] static partial class.");
}
