namespace Nanokernel.Manifests;

/// <summary>A partition's assembly and those that it refers to, opened when they are asked for.</summary>
internal sealed class MetadataAssemblySet
{
    private readonly Dictionary<string, MetadataAssembly?> _assemblies = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _directory;
    private readonly IReadOnlyCollection<string> _referencePaths;

    internal MetadataAssemblySet(string assemblyPath, IReadOnlyCollection<string> referencePaths)
    {
        _directory = Path.GetDirectoryName(Path.GetFullPath(assemblyPath)) ?? "";
        _referencePaths = referencePaths;
        Main = MetadataAssembly.Open(assemblyPath, this);
        _assemblies[Main.Name] = Main;
    }

    /// <summary>The partition's own assembly.</summary>
    internal MetadataAssembly Main { get; }

    internal MetadataAssembly? TryFind(string name)
    {
        if (_assemblies.TryGetValue(name, out var known))
            return known;
        var path = _referencePaths.FirstOrDefault(
            candidate => string.Equals(Path.GetFileNameWithoutExtension(candidate), name, StringComparison.OrdinalIgnoreCase))
            ?? Path.Combine(_directory, name + ".dll");
        var assembly = File.Exists(path) ? MetadataAssembly.Open(path, this) : null;
        _assemblies.Add(name, assembly);
        return assembly;
    }
}
