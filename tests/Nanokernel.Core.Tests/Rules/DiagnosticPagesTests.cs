using System.Text.RegularExpressions;

namespace Nanokernel.Core.Tests.Rules;

/// <summary>Holds the pages in docs/diagnostics against the ids that the sources of all packages name.</summary>
public sealed partial class DiagnosticPagesTests
{
    private static readonly string Root = FindRoot();

    private static readonly string Pages = Path.Combine(Root, "docs", "diagnostics");

    public static TheoryData<string> Ids =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".cs" or ".props" or ".targets")
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .SelectMany(path => QuotedId().Matches(File.ReadAllText(path)))
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_id_in_the_sources_has_a_page_and_a_release_row(string id)
    {
        var page = File.ReadAllLines(Path.Combine(Pages, id + ".md"));
        var title = page[0][(id.Length + 4)..];

        Assert.StartsWith($"# {id}: ", page[0], StringComparison.Ordinal);
        Assert.Contains("## Example", page);
        Assert.Contains("## How to mend it", page);
        Assert.Single(
            File.ReadLines(Path.Combine(Pages, "README.md")),
            line => line.StartsWith($"| [{id}]({id}.md) | {title} |", StringComparison.Ordinal));
    }

    [Fact]
    public void Links_between_pages_lead_somewhere() => Assert.All(
        Directory.EnumerateFiles(Pages, "*.md")
            .SelectMany(path => Link().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value)),
        target => Assert.True(File.Exists(Path.Combine(Pages, target)), target));

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Nanokernel.slnx")))
                return folder;
        }

        throw new DirectoryNotFoundException("The tests do not lie in the repository.");
    }

    [GeneratedRegex("\"(NK[0-9]{4})\"")]
    private static partial Regex QuotedId();

    [GeneratedRegex(@"\]\((NK[0-9]{4}\.md)\)")]
    private static partial Regex Link();
}
