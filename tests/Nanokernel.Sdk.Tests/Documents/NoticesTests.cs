using System.Text.Json;
using System.Xml.Linq;

namespace Nanokernel.Sdk.Tests.Documents;

public class NoticesTests
{
    private static readonly string Notices = File.ReadAllText(Path.Combine(Repository.Root, "THIRD-PARTY-NOTICES.md"));

    [Fact]
    public void Every_package_with_a_version_is_in_the_notices_and_no_other_is()
    {
        var packages = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props"))
            .Descendants("PackageVersion").Select(package => package.Attribute("Include")!.Value);
        var named = Notices.Split('`').Where((_, i) => i % 2 == 1);

        Assert.Equal(
            packages.Append("runtime.linux-x64.Microsoft.DotNet.ILCompiler").Append("v86").Order(StringComparer.Ordinal),
            named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_npm_package_is_in_the_notices()
    {
        var project = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Nanokernel.Image.Tests", "v86", "package.json"));
        using var document = JsonDocument.Parse(project);

        Assert.All(document.RootElement.GetProperty("dependencies").EnumerateObject(), package => Assert.Contains($"`{package.Name}`", Notices, StringComparison.Ordinal));
    }
}
