using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Nanokernel.Tests;
using Xunit;

namespace Nanokernel.Image.Tests.Samples;

/// <summary>The sample samples/LegacyGuest, by each C compiler that is installed.</summary>
public class LegacyGuestTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Theory]
    [MemberData(nameof(CCompiler.Names), MemberType = typeof(CCompiler))]
    public async Task A_filter_in_C_answers_a_panel_in_CSharp(string compiler)
    {
        var run = await TestRun.OfAsync(Filter($"legacy-guest-{compiler}", CCompiler.Named(compiler)), CompilerMode.Debug);

        run.ExitedWith(0);
        Assert.Equal(
            [
                "[legacy] run 1, the first one",
                "[panel] level 180 after 8 readings",
                "[panel] level 500 after 16 readings",
                "[panel] level 820 after 24 readings",
                "[panel] alarm: level 940 after 27 readings of run 1",
                $"nanokernel: system 'legacy-guest-{compiler}' ended with exit code 0",
            ],
            run.Debug);
    }

    [Theory]
    [MemberData(nameof(CCompiler.Names), MemberType = typeof(CCompiler))]
    public async Task The_log_of_the_filter_outlives_a_reset(string compiler)
    {
        // Somebody has to stay: the machine ends with its last partition.
        var system = Filter($"legacy-guest-reset-{compiler}", CCompiler.Named(compiler)).Partition(
            "guard",
            """
            [Partition]
            static partial class Guard
            {
                static void Main()
                {
                    while (true)
                        Processor.Wait();
                }
            }
            """);
        await using var monitor = await HumanMonitor.StartAsync(
            system, CompilerMode.Release, "readings of run 1", options => options with { ExtraArguments = ["-action", "reboot=reset"] });
        for (var run = 2; run < 4; run++)
        {
            await monitor.AskAsync("system_reset");
            foreach (var line in (string[])[$"[legacy] run {run}, after {27 * (run - 1)} readings", $"[panel] alarm: level 940 after 27 readings of run {run}"])
                await monitor.Machine.DebugConsole.WaitForLineAsync(line, Limit, TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [MemberData(nameof(CCompiler.Names), MemberType = typeof(CCompiler))]
    public void A_struct_of_another_size_is_an_error_that_names_both_sides(string compiler)
    {
        var system = Filter($"legacy-guest-changed-{compiler}", CCompiler.Named(compiler), "uint32_t run;", "uint32_t run, more;");

        var failure = Assert.Throws<InvalidOperationException>(() => system.Build(CompilerMode.Release));

        Assert.Contains(
            "NK0312: The ends of queue 'filtered' have types of different layout. Partition 'panel' receives from Filtered, 12 bytes "
            + "{ 0: i4 Level; 4: u4 Readings; 8: u4 Run } (Panel.Results); partition 'legacy' sends to struct filtered, 16 bytes (NK_SENDS(\"filtered\")).",
            failure.Message, StringComparison.Ordinal);
    }

    // As samples/LegacyGuest/LegacyGuest/Program.cs has it.
    private static SourceSystem Filter(string name, CCompiler compiler, string text = "", string instead = "") => new SourceSystem(name)
        .Partition("panel", SampleSource.Of("LegacyGuest", "Panel"), partition => partition.WithMemory(512.KiB()))
        .Executable(
            "legacy", folder => compiler.Compile(folder, Source(text, instead)), partition => partition.WithMemory(512.KiB()).WithPriority(Priority.High))
        .Queue("readings", 16, "panel", "legacy")
        .Queue("filtered", 16, "legacy", "panel")
        .With((system, partitions) =>
        {
            system.AddEvent("alarm").PostedBy(partitions["legacy"]).AwaitedBy(partitions["panel"]);
            system.AddPersistentMemory("log").OwnedBy(partitions["legacy"]);
        });

    private static string Source(string text, string instead)
    {
        var source = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "LegacyGuest", "guest", "legacy.c"));
        return text.Length == 0 ? source : source.Replace(text, instead, StringComparison.Ordinal);
    }
}
