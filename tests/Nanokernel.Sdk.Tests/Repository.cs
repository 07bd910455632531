using System.Reflection;

namespace Nanokernel.Sdk.Tests;

/// <summary>Where this repository is, and which version it makes.</summary>
internal static class Repository
{
    internal static string Root { get; } = Metadata("RepositoryRoot");

    internal static string Version { get; } = Metadata("NanokernelVersion");

    private static string Metadata(string key) => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
