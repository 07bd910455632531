namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0010: the layout of a message depends on an assembly that is not there.</summary>
internal static class MissingReference
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0010",
        "Referenced assembly not found",
        "Assembly '{0}', in which '{1}' of partition project '{2}' needs type {3}, or the type in it, was not found beside the "
        + "partition's assembly."
        + " Add a reference to its project or package, or build it anew.");
}
