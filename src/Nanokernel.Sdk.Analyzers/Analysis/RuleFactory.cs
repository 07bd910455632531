using System.Reflection;
using Microsoft.CodeAnalysis;
using RuleDescriptor = Nanokernel.Checking.RuleDescriptor;

namespace Nanokernel.Sdk.Analyzers.Analysis;

/// <summary>What all rules have in common.</summary>
internal static class RuleFactory
{
    internal const string PartitionCategory = "Nanokernel.Partition";
    internal const string SystemCategory = "Nanokernel.System";

    private static readonly string? s_repository = typeof(RuleFactory).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(metadata => metadata.Key == "RepositoryUrl")?.Value;

    /// <summary>
    /// The rule's page: in the repository that the packages were published from (the property RepositoryUrl of the build that packed them),
    /// otherwise by its path in the package Nanokernel.Sdk.
    /// </summary>
    internal static string HelpLink(string id)
    {
        var path = RuleDescriptor.DocumentationPathOf(id);
        return s_repository is null ? path : $"{s_repository.TrimEnd('/')}/blob/main/{path}";
    }

    internal static DiagnosticDescriptor PartitionWarning(string id, string title, string message) => new(
        id, title, message, PartitionCategory, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(id));

    internal static DiagnosticDescriptor PartitionRule(string id, string title, string message, params string[] tags) => new(
        id, title, message, PartitionCategory, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(id), customTags: tags);
}
