namespace Nanokernel.Sdk.Tests.Builds;

/// <summary>What builds leave in the output folders, and what they must not touch there.</summary>
public sealed class BuildOutputTests(PackedPackages packages)
{
    // As Visual Studio and the C# extension of Visual Studio Code ask for what the compiler would be told.
    private static readonly string[] DesignTime =
    [
        "msbuild", "Plant/Plant.csproj", "-t:Compile", "-v:minimal", "-tl:off",
        "-p:DesignTimeBuild=true", "-p:BuildingInsideVisualStudio=true", "-p:BuildProjectReferences=false",
        "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true",
    ];

    [Fact]
    public async Task Clean_removes_everything_that_the_build_made()
    {
        var plant = await packages.PlantAsync(nameof(BuildOutputTests));
        await plant.EnsureBuiltAsync();
        Assert.All(plant.ImageFiles, path => Assert.Contains(path, plant.Files()));
        Assert.Contains("Plant/obj/Debug/net10.0/nanokernel/Kernel.obj.key", plant.Files());

        var output = await plant.RunAsync("clean", "Plant", "-tl:off");

        Assert.True(output.Succeeded, output.Text);
        var left = plant.Files().Keys;
        Assert.DoesNotContain(left, path => path.StartsWith("Plant/bin/", StringComparison.Ordinal));
        Assert.DoesNotContain(left, path => path.Contains("/nanokernel/", StringComparison.Ordinal));
        Assert.DoesNotContain("Plant/obj/Debug/net10.0/Plant.Projects.g.cs", left);
    }

    [Fact]
    public async Task A_design_time_build_after_an_edit_touches_no_output()
    {
        var plant = await packages.PlantAsync(nameof(BuildOutputTests));
        await plant.EnsureBuiltAsync();
        plant.Edit("Plant/Program.cs", text => text + "// Not built yet.\n");
        plant.Edit("Plant.Control/Control.cs", text => text + "// Not built yet.\n");
        var before = plant.Files();

        var output = await plant.RunAsync(DesignTime);

        Assert.True(output.Succeeded, output.Text);
        Assert.Empty(output.Translated);
        Assert.Equal(before, plant.Files());
    }

    [Fact]
    public async Task A_design_time_build_before_the_first_build_knows_the_partitions_and_makes_no_image()
    {
        var plant = await packages.PlantAsync(nameof(BuildOutputTests));
        await plant.EnsureBuiltAsync();
        await plant.RunAsync("clean", "Plant", "-tl:off");

        var output = await plant.RunAsync(DesignTime);

        Assert.True(output.Succeeded, output.Text);
        Assert.Contains("PartitionProject @Control", File.ReadAllText(plant.PathOf("Plant/obj/Debug/net10.0/Plant.Projects.g.cs")), StringComparison.Ordinal);
        Assert.DoesNotContain(plant.Files().Keys, path => path.StartsWith("Plant/bin/", StringComparison.Ordinal));
        Assert.False(Directory.Exists(plant.IntermediateFolder));
    }

    [Fact]
    public async Task A_setting_of_the_build_that_chooses_another_compiler_is_an_edit()
    {
        var plant = await packages.PlantAsync(nameof(BuildOutputTests));
        await plant.EnsureBuiltAsync();

        var output = await plant.TryBuildAsync("-p:NanokernelILCompilerVersion=0.0.1");

        Assert.False(output.Succeeded);
        Assert.Contains(output.Errors, error => error.Contains("error NK2001: The NativeAOT compiler '", StringComparison.Ordinal));
        Assert.Contains(output.Errors, error => error.Contains(Path.Combine("0.0.1", "tools"), StringComparison.Ordinal));
        Assert.All(plant.ImageFiles, path => Assert.False(File.Exists(plant.PathOf(path)), path));
    }
}
