namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0308: [Sends] stands on a Sender, [Receives] on a Receiver, and so on.</summary>
internal static class EndTypeWrong
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0308",
        "Channel end of the wrong type",
        "'{0}' in partition project '{1}' is marked [{2}], so its type has to be {3}; it is {4}.");
}
