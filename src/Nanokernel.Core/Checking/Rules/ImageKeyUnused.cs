using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0812: a key that opens nothing.</summary>
internal static class ImageKeyUnused
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0812",
        "Image key without images",
        "System '{0}' states a key for new images, but none of its partitions has an image that can be replaced. "
        + "Add .WithReplaceableImage() to one, or remove the key.",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        if (system.ImageKey is { } key && !system.Partitions.Any(partition => partition.HasReplaceableImage.Value))
            diagnostics.Report(Descriptor, key.Location, system.Name);
    }
}
