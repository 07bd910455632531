using System.Collections.Concurrent;
using Nanokernel.Sdk.Tests.Builds;

[assembly: AssemblyFixture(typeof(PackedPackages))]

namespace Nanokernel.Sdk.Tests.Builds;

/// <summary>
/// The packages of this repository, packed under a version of their own, and solutions made from their template: what a user has. All of
/// it lies in a temporary folder with a space in its path. What goes into the packages has been built with these tests.
/// </summary>
public sealed class PackedPackages : IAsyncDisposable
{
    private static readonly string[] PackageNames = ["nanokernel.core", "nanokernel.x86", "nanokernel.runtime", "nanokernel.sdk"];

    private readonly string _folder = Directory.CreateTempSubdirectory("nanokernel builds ").FullName;
    private readonly Lazy<Task> _packed;
    private readonly ConcurrentDictionary<string, Lazy<Task<PlantSolution>>> _plants = new();

    // 'dotnet new' writes to its hive.
    private readonly SemaphoreSlim _templates = new(1);

    public PackedPackages() => _packed = new Lazy<Task>(PackAsync);

    // Never packed before, so that NuGet cannot serve something older that it has unpacked.
    private string Version { get; } = $"{Repository.Version}-test.{DateTime.UtcNow.Ticks}";

    private string Packages => Path.Combine(_folder, "packages");

    private string Hive => Path.Combine(_folder, "hive");

    /// <summary>The template's solution under the name Plant, which the tests of one class share and build in turns.</summary>
    /// <param name="owner">The class.</param>
    internal Task<PlantSolution> PlantAsync(string owner) =>
        _plants.GetOrAdd(owner, _ => new Lazy<Task<PlantSolution>>(() => CreateSolutionAsync("Plant", owner))).Value;

    /// <summary>Makes a solution from the template.</summary>
    /// <param name="name">What the user calls it.</param>
    /// <param name="parent">The folder to make it in, below the temporary one.</param>
    internal async Task<PlantSolution> CreateSolutionAsync(string name, string parent = "")
    {
        await _packed.Value;
        var folder = Path.Combine(_folder, parent, name);
        await _templates.WaitAsync();
        try
        {
            await DotNet.RunAsync(_folder, "new", "nanokernel", "-n", name, "-o", folder, "--debug:custom-hive", Hive);
        }
        finally
        {
            _templates.Release();
        }

        var solution = new PlantSolution(folder, name);
        await solution.RestoreAsync();
        return solution;
    }

    public async ValueTask DisposeAsync()
    {
        if (_packed.IsValueCreated)
        {
            var cache = (await DotNet.RunAsync(_folder, "nuget", "locals", "global-packages", "--list")).Text.Split(": ", 2)[1].Trim();
            foreach (var unpacked in PackageNames.Select(name => Path.Combine(cache, name, Version)).Where(Directory.Exists))
                Directory.Delete(unpacked, recursive: true);
        }

        Directory.Delete(_folder, recursive: true);
        _templates.Dispose();
    }

    private async Task PackAsync()
    {
        await DotNet.RunAsync(
            Repository.Root,
            "pack", "Nanokernel.slnx", "-c", Repository.Configuration, "-v", "quiet", "-maxcpucount:2",
            "--no-build", "-p:BuildProjectReferences=false", "-p:Version=" + Version, "-o", Packages);

        // The user's own sources stay: only what this repository makes comes from here.
        await File.WriteAllTextAsync(Path.Combine(_folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{Packages}" />
              </packageSources>
            </configuration>
            """);
        var template = Path.Combine(Packages, $"Nanokernel.Templates.{Version}.nupkg");
        await DotNet.RunAsync(_folder, "new", "install", template, "--debug:custom-hive", Hive);
    }
}
