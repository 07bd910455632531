using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Nanokernel.Sdk.Analyzers.Analysis;

/// <summary>Says what is wrong with an interface marked <c>[CallContract]</c>, where the generator is silent.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallContractAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => CallContractRules.All;

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var contract = (INamedTypeSymbol)context.Symbol;
        if (!CallContractShape.IsMarked(contract))
            return;
        foreach (var (fault, symbol, reason) in CallContractShape.FindingsOf(contract))
        {
            var place = symbol.Locations[0];
            var member = symbol is IParameterSymbol parameter ? parameter.ContainingSymbol.Name : symbol.Name;
            switch (fault)
            {
                case CallContractFault.Interface:
                    context.Report(CallContractRules.InterfaceNotCallable, place, contract.Name, reason);
                    break;
                case CallContractFault.Member:
                    context.Report(CallContractRules.MemberNotCallable, place, member, contract.Name, reason);
                    break;
                case CallContractFault.Overload:
                    context.Report(CallContractRules.MethodOverloaded, place, member, contract.Name);
                    break;
                default:
                    context.Report(CallContractRules.ValueNotCopyable, place, member, contract.Name, reason);
                    break;
            }
        }
    }
}
