namespace Nanokernel.Sdk.Tests.Builds;

/// <summary>What a build does again after an edit: the table of docs/guide/building.md, row by row.</summary>
public sealed class IncrementalBuildTests(PackedPackages packages)
{
    private const string Control = "Plant.Control/Control.cs";
    private const string Contracts = "Plant.Contracts/Sample.cs";
    private const string System = "Plant/Program.cs";

    private static readonly string[] Projects = ["Plant", "Plant.Contracts", "Plant.Control", "Plant.Monitor"];

    private static readonly Dictionary<string, Action<PlantSolution>> Edits = new()
    {
        ["nothing"] = _ => { },
        ["a partition, saved as it was"] = plant => plant.Edit(Control, text => text),
        ["a partition"] = plant => plant.Edit(Control, text => text.Replace("Low = 400", "Low = 300", StringComparison.Ordinal)),
        ["inside a message library"] = plant => plant.Edit(
            Contracts, text => text.Replace("= level;", "= level + 1;", StringComparison.Ordinal)),
        ["a public member of a message library"] = plant => plant.Edit(Contracts, text => text + "public static class Units;\n"),
        ["a comment in the system"] = plant => plant.Edit(System, text => text + "// Nothing else.\n"),
        ["a partition's memory"] = plant => plant.Edit(
            System, text => text.Replace("WithMemory(4.MiB())", "WithMemory(5.MiB())", StringComparison.Ordinal)),
        ["what a partition owns"] = plant => plant.Edit(
            System, text => text.Replace(".OwnsDevice(Pc.Com1)", ".OwnsDevice(Pc.Com1).OwnsDevice(Pc.Com2)", StringComparison.Ordinal)),
    };

    public static TheoryData<string, string, string, string> Table
    {
        get
        {
            var rows = new TheoryData<string, string, string, string>();
            var lines = File.ReadLines(Path.Combine(Repository.Root, "docs", "guide", "building.md"))
                .SkipWhile(line => !line.StartsWith("| edit |", StringComparison.Ordinal))
                .Skip(2)
                .TakeWhile(line => line.StartsWith('|'));
            foreach (var cells in lines.Select(line => line.Split('|', StringSplitOptions.TrimEntries)))
                rows.Add(cells[1], cells[2], cells[3], cells[4]);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_build_does_what_an_edit_makes_necessary(string edit, string compiled, string translated, string image)
    {
        var plant = await packages.PlantAsync(nameof(IncrementalBuildTests));
        await plant.EnsureBuiltAsync();
        var before = plant.Files();

        Edits[edit](plant);
        var output = await plant.BuildAsync();

        var after = plant.Files();
        bool Changed(string path) => before[path] != after[path];
        Assert.Equal(compiled, Cell(Projects.Where(project => Changed($"{project}/obj/Debug/net10.0/{project}.dll"))));
        Assert.Equal(translated, Cell(output.Translated));
        Assert.Equal(image == "made again", output.MadeImage);
        Assert.All(plant.ImageFiles, path => Assert.Equal(image == "made again", Changed(path)));
    }

    [Fact]
    public void The_guide_has_every_row() => Assert.Equal(Edits.Keys, Table.Select(row => row.Data.Item1));

    private static string Cell(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } cell ? cell : "-";
}
