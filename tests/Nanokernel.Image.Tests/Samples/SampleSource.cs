namespace Nanokernel.Image.Tests.Samples;

/// <summary>The sources of samples, which lie beside the tests.</summary>
internal static class SampleSource
{
    /// <summary>A file of a sample.</summary>
    internal static string PathOf(string sample, string file) => Path.Combine(AppContext.BaseDirectory, "samples", sample, file);

    /// <summary>All C# of one project of a sample, and of its contracts if it has some.</summary>
    /// <param name="sample">The folder in <c>samples</c>.</param>
    /// <param name="part">The project without the sample's name.</param>
    internal static IReadOnlyList<string> Of(string sample, string part) =>
    [
        .. new[] { part, "Contracts" }
            .Distinct()
            .Select(project => PathOf(sample, $"{sample}.{project}"))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs"))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText),
    ];
}
