using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Samples;

/// <summary>The sample samples/LegacyGuest, where a C compiler is.</summary>
public class LegacyGuestTests
{
    [Theory]
    [CompilerModes]
    public async Task A_filter_in_C_answers_a_panel_in_CSharp(CompilerMode mode)
    {
        if (!CCompiler.IsInstalled)
            return;

        (await TestRun.OfAsync(Filter(), mode)).ExitedWith(0)
            .Printed("[legacy] the filter runs")
            .Printed("[panel] level 180 after 8 readings")
            .Printed("[panel] level 820 after 24 readings")
            .Printed("[panel] alarm: level 940 after 27 readings");
    }

    [Fact]
    public void A_struct_of_another_size_is_an_error_that_names_both_sides()
    {
        if (!CCompiler.IsInstalled)
            return;

        var failure = Assert.Throws<InvalidOperationException>(() => Filter(changed: true).Build(CompilerMode.Release));

        Assert.Contains(
            "NK0312: The ends of queue 'filtered' have types of different layout. Partition 'panel' receives from Filtered, 8 bytes "
            + "{ 0: i4 Level; 4: u4 Readings } (Panel.Results); partition 'legacy' sends to struct filtered, 12 bytes (NK_SENDS(\"filtered\")).",
            failure.Message, StringComparison.Ordinal);
    }

    // As samples/LegacyGuest/LegacyGuest/Program.cs has it.
    private static SourceSystem Filter(bool changed = false) => new SourceSystem("legacy-guest" + (changed ? "-changed" : ""))
        .Partition("panel", SampleSource.Of("LegacyGuest", "Panel"), partition => partition.WithMemory(512.KiB()))
        .Executable("legacy", folder => CCompiler.Compile(folder, Source(changed)), partition => partition.WithMemory(512.KiB()).WithPriority(Priority.High))
        .Queue("readings", 16, "panel", "legacy")
        .Queue("filtered", 16, "legacy", "panel")
        .With((system, partitions) => system.AddEvent("alarm").PostedBy(partitions["legacy"]).AwaitedBy(partitions["panel"]));

    private static string Source(bool changed)
    {
        var source = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "LegacyGuest", "guest", "legacy.c"));
        return changed ? source.Replace("uint32_t readings;", "uint32_t readings, more;", StringComparison.Ordinal) : source;
    }
}
