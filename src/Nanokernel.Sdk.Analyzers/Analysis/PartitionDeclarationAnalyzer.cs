using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Nanokernel.Sdk.Analyzers.Analysis;

/// <summary>Says what is wrong with a class marked <c>[Partition]</c>, or with its channel ends, where the generator is silent.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PartitionDeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => DeclarationRules.All;

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.PartitionAttribute) is not { } attribute)
                return;
            var partitions = new ConcurrentBag<INamedTypeSymbol>();
            start.RegisterSymbolAction(symbol => AnalyzeType(symbol, attribute, partitions), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => ReportSeveral(end, partitions));
        });
    }

    private static void AnalyzeType(SymbolAnalysisContext context, INamedTypeSymbol attribute, ConcurrentBag<INamedTypeSymbol> partitions)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var isPartition = type.GetAttributes().Any(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute));
        var ends = type.GetMembers().OfType<IPropertySymbol>()
            .Where(property => property.PartialDefinitionPart is null)
            .SelectMany(ChannelEnd.AllOf)
            .ToList();

        if (!isPartition)
        {
            foreach (var end in ends)
                context.Report(DeclarationRules.EndOutsidePartition, end.Property.Locations[0], end.Property.Name, end.Kind.AttributeName, type.Name);
            return;
        }

        partitions.Add(type);
        CheckClass(context, type);
        foreach (var end in ends)
            ChannelEndChecks.Check(context, end);
        ChannelEndChecks.CheckDuplicates(context, ends);
    }

    private static void CheckClass(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        if (!PartitionShape.IsStaticPartial(type, context.CancellationToken))
        {
            var departure = type switch
            {
                { ContainingType: not null } => $"is inside '{type.ContainingType.Name}'",
                { IsGenericType: true } => "has type parameters",
                { IsStatic: false } => "is not static",
                _ => "is not partial",
            };
            context.Report(DeclarationRules.PartitionNotStaticPartial, type.Locations[0], type.Name, departure);
        }

        if (PartitionShape.EntryPointOf(type) is null)
            context.Report(DeclarationRules.EntryPointMissing, type.Locations[0], type.Name);
    }

    private static void ReportSeveral(CompilationAnalysisContext context, ConcurrentBag<INamedTypeSymbol> partitions)
    {
        var ordered = partitions.OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal).ToList();
        foreach (var type in ordered.Skip(1))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DeclarationRules.SeveralPartitions, type.Locations[0], [ordered[0].Locations[0]], ordered[0].Name, type.Name));
        }
    }
}
