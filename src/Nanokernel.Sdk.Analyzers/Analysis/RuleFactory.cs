using Microsoft.CodeAnalysis;

namespace Nanokernel.Sdk.Analyzers.Analysis;

/// <summary>What all rules have in common.</summary>
internal static class RuleFactory
{
    internal const string PartitionCategory = "Nanokernel.Partition";
    internal const string SystemCategory = "Nanokernel.System";

    private const string DocumentationFolder = "https://github.com/nanokernel-sdk/nanokernel/blob/main/docs/diagnostics/";

    internal static string HelpLink(string id) => $"{DocumentationFolder}{id}.md";

    internal static DiagnosticDescriptor PartitionWarning(string id, string title, string message) => new(
        id, title, message, PartitionCategory, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(id));

    internal static DiagnosticDescriptor PartitionRule(string id, string title, string message, params string[] tags) => new(
        id, title, message, PartitionCategory, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(id), customTags: tags);
}
