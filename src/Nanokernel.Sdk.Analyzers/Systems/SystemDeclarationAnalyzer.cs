using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Nanokernel.Checking;
using Nanokernel.Sdk.Analyzers.Analysis;
using CompilerDiagnostic = Microsoft.CodeAnalysis.Diagnostic;
using CompilerSeverity = Microsoft.CodeAnalysis.DiagnosticSeverity;
using RuleSeverity = Nanokernel.Checking.DiagnosticSeverity;

namespace Nanokernel.Sdk.Analyzers.Systems;

/// <summary>
/// Runs the rules of Nanokernel.Core, from the same sources, over what a method declares about a system in constants. Warnings are left
/// to the build, which would say them a second time.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SystemDeclarationAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> Descriptors = StatementRules.All
        .Where(rule => rule.Severity == RuleSeverity.Error)
        .ToImmutableDictionary(rule => rule.Id, rule => new DiagnosticDescriptor(
            rule.Id,
            rule.Title,
            "{0}",
            RuleFactory.SystemCategory,
            CompilerSeverity.Error,
            isEnabledByDefault: true,
            helpLinkUri: RuleFactory.HelpLink(rule.Id)));

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. Descriptors.Values.OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(BuilderNames.SystemBuilder) is not null)
                start.RegisterOperationBlockAction(AnalyzeBlocks);
        });
    }

    private static void AnalyzeBlocks(OperationBlockAnalysisContext context)
    {
        foreach (var draft in new SystemReader().Read(context.OperationBlocks))
        {
            var findings = new DiagnosticBag();
            StatementRules.Check(draft.Declaration, findings);
            foreach (var finding in findings)
            {
                if (finding.Location is null || !Descriptors.TryGetValue(finding.Rule.Id, out var descriptor))
                    continue;
                ImmutableArray<Location> related = finding.RelatedLocation is null ? [] : [draft.Places[finding.RelatedLocation]];
                context.ReportDiagnostic(CompilerDiagnostic.Create(descriptor, draft.Places[finding.Location], related, finding.Message));
            }
        }
    }
}
