using System.Text.RegularExpressions;
using Nanokernel.Checking;

namespace Nanokernel.Core.Tests.Rules;

public sealed partial class RuleTests
{
    public static TheoryData<int> SampleNumbers => [.. Enumerable.Range(0, RuleSamples.All.Count)];

    public static TheoryData<string> RuleIds => [.. RuleCatalog.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(SampleNumbers))]
    public void A_failing_sample_gets_its_finding_and_no_other(int number)
    {
        var sample = RuleSamples.All[number];

        var findings = sample.Failing().Check().Where(finding => finding.Rule.Id != sample.Accepted).ToList();

        Assert.All(findings, finding => Assert.Equal(sample.Id, finding.Rule.Id));
        Assert.Equal(sample.Findings, WithoutFolder(string.Join('\n', findings)));
    }

    [Theory]
    [MemberData(nameof(SampleNumbers))]
    public void A_passing_sample_becomes_a_checked_system_without_a_finding(int number)
    {
        var sample = RuleSamples.All[number];

        var findings = sample.Passing().Check(out var system);

        Assert.DoesNotContain(findings, finding => finding.Rule.Id != sample.Accepted);
        Assert.NotNull(system);
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Each_rule_has_samples(string id) => Assert.Contains(RuleSamples.All, sample => sample.Id == id);

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Each_rule_has_a_page_with_its_title_its_severity_and_a_remedy(string id)
    {
        var rule = RuleCatalog.All.Single(rule => rule.Id == id);

        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "diagnostics", id + ".md"));

        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"Severity: {(rule.Severity == DiagnosticSeverity.Error ? "error" : "warning")}.", page, StringComparison.Ordinal);
        Assert.Contains("## Example", page, StringComparison.Ordinal);
        Assert.Contains("## How to mend it", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void The_page_of_a_rule_shows_what_the_rule_says(string id)
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "diagnostics", id + ".md"));
        var findings = RuleSamples.All.Where(sample => sample.Id == id).SelectMany(sample => sample.Findings.Split('\n')).Select(Timeless);

        Assert.Contains(findings, finding => Timeless(page).Contains(finding, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void Each_rule_has_a_row_in_the_release_table(string id)
    {
        var rule = RuleCatalog.All.Single(rule => rule.Id == id);
        var table = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "diagnostics", "README.md"));

        var row = Assert.Single(table, line => line.StartsWith($"| [{id}]({id}.md) |", StringComparison.Ordinal));

        Assert.Contains($"| {rule.Title} |", row, StringComparison.Ordinal);
        Assert.Matches(@"\| \d+\.\d+\.\d+ \|$", row);
    }

    [Fact]
    public void Rules_are_numbered_in_order_and_once()
    {
        var ids = RuleCatalog.All.Select(rule => rule.Id).ToList();

        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.Matches("^NK0[0-9]{3}$", id));
    }

    [Fact]
    public void A_finding_about_two_claims_knows_both_places()
    {
        var finding = Assert.Single(RuleSamples.All.First(sample => sample.Id == "NK0204").Failing().Check());

        Assert.Equal(new SourceLocation("Plant.cs", 5), finding.Location);
        Assert.Equal(new SourceLocation("Plant.cs", 3), finding.RelatedLocation);
    }

    [Fact]
    public void All_findings_come_at_once()
    {
        var system = SystemBuilder.Create("Plant", Machines.Pc);
        system.AddPartition("control", Sample.Project("Control")).WithStack(3.KiB()).OwnsDevice(Pc.Com1).OwnsInterrupt(2);
        system.AddPartition("control", Sample.Project("Monitor")).OwnsDevice(Pc.Com1).OwnsPorts(0x61, 0x60);
        system.AddQueue("telemetry", capacity: -1);

        var ids = new Sample(system).Check().Select(finding => finding.Rule.Id);

        Assert.Equal(["NK0001", "NK0002", "NK0102", "NK0201", "NK0204", "NK0205", "NK0304", "NK0306"], ids.Order(StringComparer.Ordinal));
    }

    /// <summary>Without the folder of the moment and the revision of the day.</summary>
    private static string Timeless(string text) =>
        Revision().Replace(text, "revision N").Replace("{folder}/", "", StringComparison.Ordinal);

    private static string WithoutFolder(string text) =>
        AfterFolder().Replace(text.Replace(AssemblySamples.Compiler.Folder, "{folder}", StringComparison.Ordinal), "{folder}/");

    [GeneratedRegex(@"\{folder\}[\\/]")]
    private static partial Regex AfterFolder();

    [GeneratedRegex(@"revision [0-9]+")]
    private static partial Regex Revision();
}
