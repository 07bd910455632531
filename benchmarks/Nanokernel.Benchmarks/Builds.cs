using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using Nanokernel.Measurements;

namespace Nanokernel.Benchmarks;

/// <summary>How long the solution of the template takes to build from the packed packages, and how large its kernel is.</summary>
internal static class Builds
{
    private const int Repetitions = 5;
    private const string WithoutImage = "-p:NanokernelBuildImage=false";

    public static async Task<IReadOnlyList<Metric>> MeasureAsync(string repository)
    {
        var folder = Directory.CreateTempSubdirectory("nanokernel-bench-");
        try
        {
            var packages = Path.Combine(Path.GetFullPath(repository), "artifacts", "packages");
            var solution = await MakeSolutionAsync(Path.Combine(folder.FullName, "image"), packages);
            var plain = await MakeSolutionAsync(Path.Combine(folder.FullName, "plain"), packages);

            var cold = await BuildAsync(solution);
            var edit = new double[Repetitions];
            for (var i = 0; i < Repetitions; i++)
            {
                Edit(solution);
                edit[i] = await BuildAsync(solution);
            }

            // The same solution, the same projects and references, but no image. In turns, so that both see the same computer.
            await BuildAsync(plain, WithoutImage);
            var noop = new double[Repetitions];
            var plainNoop = new double[Repetitions];
            for (var i = 0; i < Repetitions; i++)
            {
                noop[i] = await BuildAsync(solution);
                plainNoop[i] = await BuildAsync(plain, WithoutImage);
            }

            return
            [
                new Metric("kernel_bytes", KernelBytes(solution).ToString(CultureInfo.InvariantCulture), "bytes"),
                Metric.Seconds("build_cold_seconds", cold),
                Metric.Seconds("build_edit_seconds", Guest.Median(edit)),
                Metric.Seconds("build_noop_seconds", Guest.Median(noop)),
                new Metric("build_noop_ratio", (Guest.Median(noop) / Guest.Median(plainNoop)).ToString("F2", CultureInfo.InvariantCulture), "ratio"),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> MakeSolutionAsync(string folder, string packages)
    {
        Directory.CreateDirectory(folder);
        var solution = Path.Combine(folder, "Plant");
        var hive = Path.Combine(folder, "hive");
        var template = Directory.GetFiles(packages, "Nanokernel.Templates.*.nupkg").Single();
        await DotNetAsync(folder, "new", "install", template, "--debug:custom-hive", hive);
        await DotNetAsync(folder, "new", "nanokernel", "-n", "Plant", "--debug:custom-hive", hive);
        await File.WriteAllTextAsync(Path.Combine(solution, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{packages}" />
              </packageSources>
            </configuration>
            """);
        return solution;
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
        return document.RootElement.GetProperty("kernel").GetProperty("image").GetProperty("totalBytes").GetInt64();
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
