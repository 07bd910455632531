using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Nanokernel.Sdk.Analyzers.Analysis;

/// <summary>Short forms of reporting, which every rule does.</summary>
internal static class ReportExtensions
{
    internal static void Report(this SymbolAnalysisContext context, DiagnosticDescriptor rule, Location location, params object?[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, location, arguments));

    internal static void Report(this SyntaxNodeAnalysisContext context, DiagnosticDescriptor rule, Location location, params object?[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, location, arguments));
}
