using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Nanokernel.Sdk.Analyzers.Analysis;
using Nanokernel.Tests;

namespace Nanokernel.Sdk.Tests.Analysis;

public sealed class RuleCatalogueTests
{
    public static TheoryData<string> Ids => [.. Rules.Select(rule => rule.Id)];

    private static IEnumerable<DiagnosticDescriptor> Rules => typeof(UnsupportedLanguageAnalyzer).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
        .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
        .DistinctBy(rule => rule.Id);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_page_and_a_link_to_it(string id)
    {
        var rule = Rules.Single(rule => rule.Id == id);
        var page = Path.Combine(Repository.Root, "docs", "diagnostics", id + ".md");

        Assert.True(File.Exists(page), page);
        Assert.StartsWith($"# {id}: {rule.Title}", File.ReadAllText(page), StringComparison.Ordinal);
        Assert.EndsWith($"docs/diagnostics/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_of_a_rule_shows_what_the_rule_says(string id)
    {
        var rule = Rules.Single(rule => rule.Id == id);

        // The message of a rule about systems comes whole from Nanokernel.Core, whose tests look at its page.
        if (!id.StartsWith("NK0", StringComparison.Ordinal))
        {
            var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "diagnostics", id + ".md"));
            Assert.Matches(MessagePattern.Of(id, rule.MessageFormat.ToString(CultureInfo.InvariantCulture)), page);
        }
    }
}
