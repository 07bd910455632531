using System.Runtime.CompilerServices;
using Nanokernel.X86.Emulation;
using Xunit;

namespace Nanokernel.Image.Tests.Emulation;

public class EmulationRulesTests
{
    [Fact]
    public void Every_rule_has_a_page_and_a_row_in_the_table_of_releases()
    {
        var table = File.ReadAllText(Path.Combine(Pages(), "README.md"));
        foreach (var rule in EmulationRules.All)
        {
            Assert.StartsWith($"# {rule.Id}: {rule.Title}\n", File.ReadAllText(Path.Combine(Pages(), rule.Id + ".md")), StringComparison.Ordinal);
            Assert.Contains($"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | error |", table, StringComparison.Ordinal);
        }
    }

    private static string Pages([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "../../../docs/diagnostics");
}
