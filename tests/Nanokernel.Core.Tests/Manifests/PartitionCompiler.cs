using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Nanokernel.Core.Tests.Manifests;

/// <summary>Compiles partitions, and a stand-in for the runtime that has what manifests are read from, into a folder.</summary>
internal sealed class PartitionCompiler : IDisposable
{
    internal const string Runtime = """
        namespace Nanokernel
        {
            public sealed class PartitionAttribute : System.Attribute;
            public sealed class SendsAttribute(string channel) : System.Attribute { public string Channel => channel; }
            public sealed class ReceivesAttribute(string channel) : System.Attribute { public string Channel => channel; }
            public sealed class CallsAttribute(string name) : System.Attribute { public string Name => name; }
            public sealed class ServesAttribute(string name) : System.Attribute { public string Name => name; }
            public readonly struct CallClient<T> where T : unmanaged;
            public readonly struct CallServer<T> where T : unmanaged;
            public readonly struct Sender<T> where T : unmanaged;
            public readonly struct Receiver<T> where T : unmanaged { public T Receive() => default; public int Capacity => 0; }
        }
        """;

    private static readonly MetadataReference[] Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    internal PartitionCompiler()
    {
        Folder = Directory.CreateTempSubdirectory("nanokernel-").FullName;
        RuntimePath = Compile("Nanokernel.Runtime", Runtime);
    }

    internal string Folder { get; }

    internal string RuntimePath { get; }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    internal string Compile(string name, string source, params string[] references)
    {
        var path = Path.Combine(Folder, name + ".dll");
        var result = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14))],
            [.. Framework, .. references.Select(reference => MetadataReference.CreateFromFile(reference))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true)).Emit(path);
        return result.Success ? path : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    /// <summary>A partition project with one class that has these members.</summary>
    internal PartitionProject Partition(string name, string members, params string[] references) => new(name, Compile(
        name,
        $$"""
        using Nanokernel;
        [Partition]
        static unsafe class {{name}}
        {
            {{members}}
        }
        """,
        [RuntimePath, .. references]));
}
