namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0009: a file that is damaged, locked, or no .NET assembly.</summary>
internal static class UnreadableAssembly
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0009",
        "Partition assembly unreadable",
        "The assembly '{0}' of partition project '{1}', or one that it refers to, cannot be read: {2}. Build the project anew.");
}
