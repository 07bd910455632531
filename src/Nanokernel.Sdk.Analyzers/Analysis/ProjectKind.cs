using Microsoft.CodeAnalysis.Diagnostics;

namespace Nanokernel.Sdk.Analyzers.Analysis;

/// <summary>What the project says it is, by the property that Sdk.targets makes visible to the compiler.</summary>
internal static class ProjectKind
{
    private const string Property = "build_property.NanokernelProjectType";

    /// <summary>Whether the code runs inside an image.</summary>
    internal static bool IsGuest(AnalyzerOptions options) => Of(options) is "Partition" or "Library";

    /// <summary>Whether the code composes an image.</summary>
    internal static bool IsSystem(AnalyzerOptions options) => Of(options) == "System";

    private static string Of(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(Property, out var kind) ? kind : "";
}
