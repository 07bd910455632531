using Microsoft.CodeAnalysis.Diagnostics;

namespace Nanokernel.Sdk.Analyzers.Analysis;

/// <summary>What the project says it is, by the property that Sdk.targets makes visible to the compiler.</summary>
internal static class ProjectKind
{
    private const string Property = "build_property.NanokernelProjectType";

    /// <summary>Whether the code runs inside an image.</summary>
    internal static bool IsGuest(AnalyzerOptions options) => Is(options, "Partition") || Is(options, "Library");

    /// <summary>Whether the code composes an image.</summary>
    internal static bool IsSystem(AnalyzerOptions options) => Is(options, "System");

    // MSBuild takes no notice of letter case either.
    private static bool Is(AnalyzerOptions options, string expected) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(Property, out var kind)
        && string.Equals(kind, expected, StringComparison.OrdinalIgnoreCase);
}
