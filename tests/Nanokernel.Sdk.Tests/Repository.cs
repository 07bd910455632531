using System.Reflection;

namespace Nanokernel.Sdk.Tests;

/// <summary>Where this repository is, which version it makes, and in which configuration it was built.</summary>
internal static class Repository
{
    internal static string Root { get; } = Metadata("RepositoryRoot");

    internal static string Version { get; } = Metadata("NanokernelVersion");

    internal static string Configuration { get; } = Metadata("Configuration");

    private static string Metadata(string key) => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
