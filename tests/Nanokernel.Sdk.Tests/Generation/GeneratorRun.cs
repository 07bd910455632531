using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Nanokernel.Sdk.Analyzers.Generation;

namespace Nanokernel.Sdk.Tests.Generation;

/// <summary>The generator over one source file, which can be edited and run again.</summary>
internal sealed class GeneratorRun
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);
    private GeneratorDriver _driver;

    internal GeneratorRun(string source)
        : this(source, new PartitionGenerator())
    {
    }

    internal GeneratorRun(string source, params IEnumerable<IIncrementalGenerator> generators)
    {
        _driver = CSharpGeneratorDriver.Create(
            generators.Select(generator => generator.AsSourceGenerator()),
            parseOptions: ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        Compilation = CSharpCompilation.Create(
            "Plant.Control",
            [Parse(source, "Control.cs"), Parse(PartitionApi.Source, "PartitionApi.cs")],
            Net100.References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        Run();
    }

    /// <summary>The sources together with what was generated.</summary>
    internal Compilation Output { get; private set; } = null!;

    internal GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    /// <summary>The text of each generated file, by its name.</summary>
    internal IReadOnlyDictionary<string, string> Sources => _driver.GetRunResult().Results.SelectMany(result => result.GeneratedSources).ToDictionary(file => file.HintName, file => file.SourceText.ToString());

    /// <summary>What the compiler says about the sources and what was generated, together.</summary>
    internal IEnumerable<string> Errors => Output.GetDiagnostics(TestContext.Current.CancellationToken)
        .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
        .Select(diagnostic => diagnostic.ToString());

    private CSharpCompilation Compilation { get; set; }

    internal void Edit(string source)
    {
        Compilation = Compilation.ReplaceSyntaxTree(Compilation.SyntaxTrees[0], Parse(source, "Control.cs"));
        Run();
    }

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, ParseOptions, path);

    private void Run()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(Compilation, out var output, out _);
        Output = output;
    }
}
