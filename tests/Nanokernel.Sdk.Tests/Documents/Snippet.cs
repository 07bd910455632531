using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Nanokernel.Sdk.Analyzers.Generation;

namespace Nanokernel.Sdk.Tests.Documents;

/// <summary>What stands around a C# block of a page where it is used, and what it is compiled against.</summary>
/// <param name="Before">The text in front of the block.</param>
/// <param name="After">The text behind it.</param>
/// <param name="Rest">What other files of the project have.</param>
/// <param name="Kind">What the project makes.</param>
/// <param name="References">What it is compiled against.</param>
internal sealed record Snippet(string Before, string After, string Rest, OutputKind Kind, IReadOnlyList<MetadataReference> References)
{
    private const string Sample = "public readonly struct Sample(TimeSpan time, int level) { public TimeSpan Time => time; public int Level => level; }";

    private const string Projects = """
        namespace Nanokernel
        {
            internal static class Projects
            {
                public static PartitionProject Control { get; } = new("Plant.Control", "Plant.Control.dll");
                public static PartitionProject Monitor { get; } = new("Plant.Monitor", "Plant.Monitor.dll");
            }

            internal static class Executables
            {
                public static PartitionExecutable Legacy { get; } = new("legacy", "legacy.elf");
            }
        }
        """;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    /// <summary>Statements of a system's program.</summary>
    public static Snippet System(string before = "", string after = "") => new(
        before, after, Projects, OutputKind.ConsoleApplication, [.. Net100.References.All, .. PackedLibraries.System]);

    /// <summary>Statements of a test.</summary>
    public static Snippet Test() => System() with
    {
        References = [.. Net100.References.All, .. PackedLibraries.System, MetadataReference.CreateFromFile(typeof(Assert).Assembly.Location)],
        Rest = "global using System.IO; global using Xunit;",
    };

    /// <summary>A file of a message library.</summary>
    public static Snippet Library() => new("", "", "", OutputKind.DynamicallyLinkedLibrary, [PackedLibraries.Runtime]);

    /// <summary>A partition's class, whose other half has some members.</summary>
    public static Snippet Partition(string members) => Library() with { Rest = $"static partial class Control {{ {members} }} {Sample}" };

    /// <summary>Members of a partition's class.</summary>
    public static Snippet Members() => Library() with
    {
        Before = "[Partition] static partial class Control { static void Main() { }",
        After = "}",
        Rest = Sample,
    };

    /// <summary>Statements of a partition.</summary>
    public static Snippet Statements(string members) => Library() with
    {
        Before = $"[Partition] static partial class Control {{ {members} static void Main() {{",
        After = "} }",
    };

    /// <summary>Compiles a block as it stands on its page, and gives the compiler's errors.</summary>
    public IEnumerable<string> FindErrors(string block)
    {
        var compilation = CSharpCompilation.Create(
            "Plant",
            new[] { $"{Before}\n{block}\n{After}", $"global using System; global using Nanokernel;\n{Rest}" }
                .Select(text => CSharpSyntaxTree.ParseText(text, ParseOptions)),
            References,
            new CSharpCompilationOptions(Kind, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new PartitionGenerator().AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        return output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString());
    }
}
