using System.Reflection;
using Nanokernel.Checking;
using Nanokernel.Tests;
using Nanokernel.X86.Building;
using Nanokernel.X86.Emulation;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Tests;

public class ToolchainRulesTests
{
    public static TheoryData<RuleDescriptor> Rules => [.. FieldsOf(typeof(ToolchainRules))];

    public static TheoryData<RuleDescriptor> AllRules => [.. FieldsOf(typeof(ToolchainRules)), .. FieldsOf(typeof(BuildingRules)), .. FieldsOf(typeof(SigningRules)), .. EmulationRules.All];

    [Theory]
    [MemberData(nameof(AllRules))]
    public void The_page_of_a_rule_shows_what_the_rule_says(RuleDescriptor rule) => Assert.Matches(
        MessagePattern.Of(rule.Id, rule.MessageFormat),
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "diagnostics", $"{rule.Id}.md")));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_has_a_page_with_its_title_and_an_example(RuleDescriptor rule)
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "diagnostics", $"{rule.Id}.md"));

        Assert.StartsWith($"# {rule.Id}: {rule.Title}\n", page);
        Assert.Contains($"{(rule.Severity == DiagnosticSeverity.Error ? "error" : "warning")} {rule.Id}: ", page);
        Assert.Contains("## How to mend it", page);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_is_in_the_table_of_releases(RuleDescriptor rule)
    {
        var table = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "diagnostics", "README.md"));

        var severity = rule.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        Assert.Contains($"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {severity} | 0.1.0 |", table);
    }

    private static IEnumerable<RuleDescriptor> FieldsOf(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<RuleDescriptor>();

    [Fact]
    public void No_id_is_used_twice()
    {
        var ids = Rules.Select(r => r.Data.Id).ToList();

        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ids, id => Assert.Matches("^NK2[0-4][0-9][0-9]$", id));
    }
}
