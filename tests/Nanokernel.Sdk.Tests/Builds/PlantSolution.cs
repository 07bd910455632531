namespace Nanokernel.Sdk.Tests.Builds;

/// <summary>A solution made from the template: a system with the partitions Control and Monitor, and what they share, Contracts.</summary>
/// <param name="folder">Where it is.</param>
/// <param name="name">What the user called it.</param>
internal sealed class PlantSolution(string folder, string name)
{
    private const string Output = "bin/Debug/net10.0";

    private bool _isBuilt;

    /// <summary>The image and what is written beside it, by their paths below the solution.</summary>
    internal IReadOnlyList<string> ImageFiles => [$"{name}/{Output}/{name}.elf", $"{name}/{Output}/{name}.map.txt", $"{name}/{Output}/{name}.json"];

    /// <summary>Objects and step cache of the image builder.</summary>
    internal string IntermediateFolder => PathOf($"{name}/obj/Debug/net10.0/nanokernel");

    internal string PathOf(string path) => Path.Combine(folder, path);

    /// <summary>Builds the system and with it its partitions, and succeeds.</summary>
    internal async Task<BuildOutput> BuildAsync()
    {
        var output = await TryBuildAsync();
        Assert.True(output.Succeeded, output.Text);
        return output;
    }

    /// <summary>Restores the packages of the system and its partitions, before anything is edited: the builds that follow do not.</summary>
    internal Task RestoreAsync() => DotNet.RunAsync(folder, "restore", name);

    /// <summary>Builds the system and with it its partitions.</summary>
    internal async Task<BuildOutput> TryBuildAsync(params string[] arguments)
    {
        _isBuilt = false;
        var output = await DotNet.TryRunAsync(folder, ["build", name, "-v", "minimal", "-tl:off", "-maxcpucount:1", "--no-restore", .. arguments]);
        _isBuilt = output.Succeeded;
        return output;
    }

    /// <summary>Builds unless the last thing that happened here was a build that succeeded.</summary>
    internal async Task EnsureBuiltAsync()
    {
        if (!_isBuilt)
            await BuildAsync();
    }

    /// <summary>Runs a command of dotnet on the whole solution, or on what the arguments name.</summary>
    internal Task<BuildOutput> RunAsync(params IEnumerable<string> arguments)
    {
        _isBuilt = false;
        return DotNet.TryRunAsync(folder, arguments);
    }

    /// <summary>Rewrites a file; the next <see cref="EnsureBuiltAsync"/> builds.</summary>
    internal void Edit(string path, Func<string, string> edit)
    {
        _isBuilt = false;
        File.WriteAllText(PathOf(path), edit(File.ReadAllText(PathOf(path))));
    }

    /// <summary>Replaces a text that occurs in a file, until what is returned is disposed.</summary>
    internal IDisposable Replace(string path, string text, string replacement)
    {
        var original = File.ReadAllText(PathOf(path));
        Assert.Contains(text, original, StringComparison.Ordinal);
        Edit(path, _ => original.Replace(text, replacement, StringComparison.Ordinal));
        return new Restoration(() => Edit(path, _ => original));
    }

    /// <summary>Every file of the solution, by its path below it, and when it was written.</summary>
    internal Dictionary<string, DateTime> Files() => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.GetLastWriteTimeUtc);

    private sealed class Restoration(Action restore) : IDisposable
    {
        public void Dispose() => restore();
    }
}
