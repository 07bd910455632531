using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Nanokernel.Sdk.Tests.Analysis;

/// <summary>Runs an analyzer over a source in which <c>{|#n:text|}</c> marks the place of the n-th finding.</summary>
internal static class AnalyzerVerifier
{
    internal static Task VerifyAsync<TAnalyzer>(string projectType, string source, params DiagnosticResult[] expected)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var test = new CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
        {
            ReferenceAssemblies = new ReferenceAssemblies("net10.0"),
            // What the compiler says is tested by builds; here the generator's half of a partition is missing.
            CompilerDiagnostics = CompilerDiagnostics.None,
        };
        test.TestState.Sources.Add(("Control.cs", source));
        test.TestState.Sources.Add(("PartitionApi.cs", PartitionApi.Source));
        test.TestState.AdditionalReferences.AddRange(Net100.References.All);
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", $"is_global = true\nbuild_property.NanokernelProjectType = {projectType}\n"));
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The expectation of a finding, its whole message spelled out.</summary>
    internal static DiagnosticResult Error(string id, string message, params int[] places) => Finding(id, DiagnosticSeverity.Error, message, places);

    /// <summary>The expectation of a warning, its whole message spelled out.</summary>
    internal static DiagnosticResult Warning(string id, string message, params int[] places) => Finding(id, DiagnosticSeverity.Warning, message, places);

    private static DiagnosticResult Finding(string id, DiagnosticSeverity severity, string message, int[] places) =>
        places.Aggregate(new DiagnosticResult(id, severity).WithMessage(message), (result, place) => result.WithLocation(place));
}
