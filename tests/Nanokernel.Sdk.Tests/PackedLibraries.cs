extern alias core;
extern alias x86;

using Microsoft.CodeAnalysis;

namespace Nanokernel.Sdk.Tests;

/// <summary>The libraries that projects of the SDK compile against.</summary>
internal static class PackedLibraries
{
    /// <summary>What partitions and message libraries compile against: this and nothing else.</summary>
    internal static MetadataReference Runtime { get; } = ReadRuntime();

    /// <summary>What systems compile against, besides .NET.</summary>
    internal static IReadOnlyList<MetadataReference> System { get; } =
    [
        MetadataReference.CreateFromFile(typeof(core::Nanokernel.SystemBuilder).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(x86::Nanokernel.SystemCommandLine).Assembly.Location),
    ];

    // The copy that the back end carries is the one that images are made of.
    private static PortableExecutableReference ReadRuntime()
    {
        using var stream = typeof(x86::Nanokernel.SystemCommandLine).Assembly.GetManifestResourceStream("Runtime/Nanokernel.Runtime.dll")!;
        return MetadataReference.CreateFromStream(stream);
    }
}
