using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;

namespace Nanokernel.Benchmarks;

/// <summary>How long the solution of the template takes to build from the packed packages, and how large its kernel is.</summary>
internal static class Builds
{
    private const int Repetitions = 5;

    public static async Task<IReadOnlyList<Metric>> MeasureAsync(string repository)
    {
        var folder = Directory.CreateTempSubdirectory("nanokernel-bench-");
        try
        {
            await MakeSolutionAsync(folder.FullName, Path.Combine(Path.GetFullPath(repository), "artifacts", "packages"));
            var solution = Path.Combine(folder.FullName, "Plant");

            var cold = await BuildAsync(solution);
            var noop = await RepeatAsync(() => BuildAsync(solution));
            var edit = await RepeatAsync(() =>
            {
                Edit(solution);
                return BuildAsync(solution);
            });
            var kernelBytes = KernelBytes(solution);

            // The same solution, the same projects and references, but no image.
            await BuildAsync(solution, "-p:NanokernelBuildImage=false");
            var plainNoop = await RepeatAsync(() => BuildAsync(solution, "-p:NanokernelBuildImage=false"));

            return
            [
                new Metric("kernel_bytes", kernelBytes.ToString(CultureInfo.InvariantCulture), "bytes"),
                Metric.Seconds("build_cold_seconds", cold),
                Metric.Seconds("build_edit_seconds", edit),
                Metric.Seconds("build_noop_seconds", noop),
                new Metric("build_noop_ratio", (noop / plainNoop).ToString("F2", CultureInfo.InvariantCulture), "ratio"),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MakeSolutionAsync(string folder, string packages)
    {
        var hive = Path.Combine(folder, "hive");
        var template = Directory.GetFiles(packages, "Nanokernel.Templates.*.nupkg").Single();
        await DotNetAsync(folder, "new", "install", template, "--debug:custom-hive", hive);
        await DotNetAsync(folder, "new", "nanokernel", "-n", "Plant", "--debug:custom-hive", hive);
        await File.WriteAllTextAsync(Path.Combine(folder, "Plant", "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{packages}" />
              </packageSources>
            </configuration>
            """);
    }

    private static async Task<double> RepeatAsync(Func<Task<double>> build)
    {
        var seconds = new double[Repetitions];
        for (var i = 0; i < seconds.Length; i++)
            seconds[i] = await build();
        return Guest.Median(seconds);
    }

    private static async Task<double> BuildAsync(string solution, params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        await DotNetAsync(solution, ["build", "--nologo", "-v", "quiet", .. arguments]);
        return watch.Elapsed.TotalSeconds;
    }

    // A new public constant changes the partition's assembly, and with it everything that depends on it.
    private static void Edit(string solution)
    {
        var source = Directory.GetFiles(Path.Combine(solution, "Plant.Control"), "*.cs").Order(StringComparer.Ordinal).First();
        File.AppendAllText(source, $"{Environment.NewLine}internal static class Edit{Guid.NewGuid():N};{Environment.NewLine}");
    }

    private static long KernelBytes(string solution)
    {
        var report = Directory.GetFiles(Path.Combine(solution, "Plant", "bin"), "Plant.json", SearchOption.AllDirectories).Single();
        using var document = JsonDocument.Parse(File.ReadAllText(report));
        var kernel = document.RootElement.GetProperty("image").GetProperty("kernel");
        return kernel.GetProperty("textBytes").GetInt64()
            + kernel.GetProperty("readOnlyDataBytes").GetInt64()
            + kernel.GetProperty("dataBytes").GetInt64();
    }

    private static async Task DotNetAsync(string folder, params string[] arguments)
    {
        var result = await Cli.Wrap("dotnet")
            .WithWorkingDirectory(folder)
            .WithArguments(arguments)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
        if (result.ExitCode != 0)
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)}:\n{result.StandardOutput}{result.StandardError}");
    }
}
