namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0007: a partition whose project has not been built, or is elsewhere.</summary>
internal static class MissingAssembly
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0007",
        "Partition assembly not found",
        "The assembly '{0}' of partition project '{1}' does not exist. Build the project, or correct the path.");
}
