using System.Security.Cryptography;

namespace Nanokernel.Sdk.Tests.Builds;

/// <summary>The untouched template under names that people choose, and one solution in two folders.</summary>
public sealed class TemplateTests(PackedPackages packages)
{
    [Theory]
    [InlineData("My.Plant-2", "my-plant-2")]
    [InlineData("2nd plant", "nd-plant")]
    public async Task The_template_builds_under_any_name(string name, string system)
    {
        var solution = await packages.CreateSolutionAsync(name);

        var output = await solution.BuildAsync();

        Assert.Contains($"  {system} -> {solution.PathOf(solution.ImageFiles[0])}", output.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_sources_give_the_same_bytes_in_another_folder()
    {
        var plant = await packages.PlantAsync(nameof(TemplateTests));
        await plant.EnsureBuiltAsync();
        var copy = await packages.CreateSolutionAsync("Plant", Path.Combine("somewhere", "else"));
        foreach (var source in plant.Files().Keys.Where(path => path.EndsWith(".cs", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)))
            File.Copy(plant.PathOf(source), copy.PathOf(source), overwrite: true);

        await copy.BuildAsync();

        Assert.Equal(HashesOf(plant), HashesOf(copy));
    }

    [Fact]
    public async Task Run_boots_the_image_and_ends_with_its_exit_code()
    {
        var plant = await packages.PlantAsync(nameof(TemplateTests));
        using var edit = plant.Replace("Plant.Monitor/Monitor.cs", "Machine.EndSystem(0)", "Machine.EndSystem(7)");
        await plant.BuildAsync();

        var output = await plant.RunAsync("run", "--project", "Plant", "--no-build", "--", "run", "--count-instructions");

        Assert.True(output.Text.Contains("monitor: done", StringComparison.Ordinal) && output.ExitCode == 7, output.Text);
    }

    private static IEnumerable<string> HashesOf(PlantSolution solution) =>
        solution.ImageFiles.Select(path => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(solution.PathOf(path)))));
}
