extern alias analyzers;

using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Nanokernel.X86.Building;
using CallContractGenerator = analyzers::Nanokernel.Sdk.Analyzers.Generation.CallContractGenerator;
using PartitionGenerator = analyzers::Nanokernel.Sdk.Analyzers.Generation.PartitionGenerator;

namespace Nanokernel.Testing;

/// <summary>Compiles the C# of partitions and message libraries in process, as the SDK's projects do: against Nanokernel.Runtime, with its generator.</summary>
public static class PartitionCompiler
{
    private const string Usings = """
        global using System;
        global using System.Runtime.CompilerServices;
        global using System.Runtime.InteropServices;
        global using System.Threading;
        global using Nanokernel;
        """;

    private const string RuntimeFile = "Nanokernel.Runtime.dll";

    private static readonly byte[] Runtime = ReadRuntime();
    private static readonly MetadataReference RuntimeReference = MetadataReference.CreateFromImage(Runtime);

    // Variants of a system and its two compiler modes have the same partitions.
    private static readonly ConcurrentDictionary<string, Lazy<(byte[] Assembly, byte[] Symbols)>> Compiled = new();

    /// <summary>Compiles one partition.</summary>
    /// <param name="folder">Where the assembly goes, with the core library beside it.</param>
    /// <param name="name">The assembly's name.</param>
    /// <param name="sources">Its source texts; the usual namespaces are there.</param>
    /// <returns>The project, to be added to a system.</returns>
    public static PartitionProject Compile(string folder, string name, params IEnumerable<string> sources)
    {
        var (assembly, symbols) = Compiled.GetOrAdd(
            string.Join('\0', sources.Prepend(name)), _ => new Lazy<(byte[], byte[])>(() => Compile(name, sources))).Value;
        var path = Path.Combine(Directory.CreateDirectory(folder).FullName, name + ".dll");
        File.WriteAllBytes(Path.Combine(folder, RuntimeFile), Runtime);
        File.WriteAllBytes(path, assembly);
        File.WriteAllBytes(Path.ChangeExtension(path, ".pdb"), symbols);
        return new PartitionProject(name, path);
    }

    private static (byte[] Assembly, byte[] Symbols) Compile(string name, IEnumerable<string> sources)
    {
        var parse = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithOptimizationLevel(OptimizationLevel.Release)
            .WithNullableContextOptions(NullableContextOptions.Enable)
            .WithAllowUnsafe(true)
            .WithDeterministic(true);
        var compilation = CSharpCompilation.Create(
            name,
            [
                CSharpSyntaxTree.ParseText(Usings, parse, "Usings.cs", Encoding.UTF8),
                .. sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, parse, $"{name}.{i}.cs", Encoding.UTF8)),
            ],
            [RuntimeReference],
            options);

        CSharpGeneratorDriver.Create(Generators(), parseOptions: parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var findings);

        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = generated.Emit(
            assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        var errors = findings.Concat(result.Diagnostics).Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).ToImmutableArray();
        return errors.IsEmpty
            ? (assembly.ToArray(), symbols.ToArray())
            : throw new InvalidOperationException($"Partition '{name}' does not compile:{Environment.NewLine}{string.Join(Environment.NewLine, errors)}");
    }

    private static IEnumerable<ISourceGenerator> Generators() => [new PartitionGenerator().AsSourceGenerator(), new CallContractGenerator().AsSourceGenerator()];

    // The copy that the back end carries is the one that images are made of.
    private static byte[] ReadRuntime()
    {
        using var stream = typeof(ImageBuilder).Assembly.GetManifestResourceStream("Runtime/" + RuntimeFile)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
