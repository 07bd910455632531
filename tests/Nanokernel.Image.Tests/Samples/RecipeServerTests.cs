using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Samples;

/// <summary>The sample samples/RecipeServer.</summary>
public class RecipeServerTests
{
    // As samples/RecipeServer/RecipeServer/Program.cs has it.
    private static readonly SourceSystem Recipes = new SourceSystem("recipe-server")
        .Partition("shelf", SampleSource.Of("RecipeServer", "Shelf"), partition => partition.WithMemory(512.KiB()).WithPriority(Priority.RealTime))
        .Partition("oven", SampleSource.Of("RecipeServer", "Oven"), partition => partition.WithMemory(512.KiB()).WithPriority(Priority.High).MayEndSystem())
        .Partition("panel", SampleSource.Of("RecipeServer", "Panel"), partition => partition.WithMemory(512.KiB()))
        .With((system, partitions) => system.AddCall("recipes").From(partitions["oven"]).From(partitions["panel"]).To(partitions["shelf"]));

    [Theory]
    [CompilerModes]
    public async Task The_oven_bakes_by_what_the_panel_has_stored(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(Recipes, mode);

        run.ExitedWith(0);
        Assert.Equal(
            [
                "[oven] batch 1: 10 minutes at 180 degrees",
                "[panel] 12 minutes at 220 degrees: stored",
                "[oven] batch 2: 12 minutes at 220 degrees",
                "[panel] 12 minutes at 2200 degrees: refused",
                "[panel] 15 minutes at 200 degrees: stored",
                "[oven] batch 3: 15 minutes at 200 degrees",
            ],
            run.Debug.Where(line => line.StartsWith("[oven]", StringComparison.Ordinal) || line.StartsWith("[panel]", StringComparison.Ordinal)));
    }
}
