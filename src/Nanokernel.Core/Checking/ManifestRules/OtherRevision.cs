using Nanokernel.Abi;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0011: a partition that was compiled against another revision of the runtime than these tools have.</summary>
internal static class OtherRevision
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0011",
        "Partition of another revision",
        "Partition project '{0}' was built against revision {1} of the interface between kernel and partitions; these tools make "
        + "revision {2}."
        + " Use one version of the SDK for the system and its partitions, and build them anew.");

    /// <summary>Returns whether the revisions agree.</summary>
    internal static bool Check(uint revision, PartitionProject project, SourceLocation? location, DiagnosticBag diagnostics)
    {
        if (revision == AbiVersion.Current)
            return true;
        diagnostics.Report(Descriptor, location, project.Name, revision, AbiVersion.Current);
        return false;
    }
}
