namespace Nanokernel.X86.Building;

/// <summary>
/// The files that travel inside this assembly: the kernel's sources, the core library that it is compiled against, and what guests in C
/// are built with.
/// </summary>
internal static class EmbeddedFiles
{
    /// <summary>The resource that holds <c>Nanokernel.Runtime.dll</c>.</summary>
    public const string Runtime = "Runtime/Nanokernel.Runtime.dll";

    private static readonly string[] SourceFolders = ["Kernel/", "Policy/"];

    /// <summary>The kernel's sources: name (with folder) and text, in ordinal order of the names.</summary>
    public static IEnumerable<(string Name, string Text)> KernelSources() => In(SourceFolders);

    /// <summary>The sources of the binary interface, for their comments: name and text, in ordinal order of the names.</summary>
    public static IEnumerable<(string Name, string Text)> AbiSources() => In("Abi/");

    /// <summary>The hand-written files of guests in C: name without folder, and text.</summary>
    public static IEnumerable<(string Name, string Text)> GuestFiles() => In("Guests/").Select(file => (Path.GetFileName(file.Name), file.Text));

    private static IEnumerable<(string Name, string Text)> In(params string[] folders) =>
        from name in typeof(EmbeddedFiles).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal)
        where Array.Exists(folders, name.StartsWith)
        select (name, ReadText(name));

    /// <summary>Writes a resource to a file unless the file already has the same content.</summary>
    public static void Extract(string resource, string path)
    {
        var content = Read(resource);
        if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(content))
            File.WriteAllBytes(path, content);
    }

    private static string ReadText(string resource)
    {
        using var reader = new StreamReader(Open(resource));
        return reader.ReadToEnd();
    }

    /// <summary>The content of a resource.</summary>
    public static byte[] Read(string resource)
    {
        using var stream = Open(resource);
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    private static Stream Open(string resource) =>
        typeof(EmbeddedFiles).Assembly.GetManifestResourceStream(resource)
        ?? throw new InvalidOperationException($"The resource '{resource}' is missing from {typeof(EmbeddedFiles).Assembly.Location}.");
}
