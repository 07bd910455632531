using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Nanokernel.Sdk.Analyzers.Generation;

/// <summary>Reads the model of a contract from its symbol; null where something is wrong, which the analyzer tells.</summary>
internal static class CallContractReader
{
    internal static CallContractModel? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (context.TargetSymbol is not INamedTypeSymbol contract || CallContractShape.FindingsOf(contract).Any())
            return null;
        return new CallContractModel(
            contract.ContainingNamespace.IsGlobalNamespace
                ? ""
                : contract.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat).Replace("global::", ""),
            contract.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            CallContractShape.StemOf(contract.Name),
            contract.DeclaredAccessibility == Accessibility.Public ? "public" : "internal",
            new EquatableArray<CallMethodModel>([.. CallContractShape.MethodsOf(contract).Select(ReadMethod)]));
    }

    private static CallMethodModel ReadMethod(IMethodSymbol method) => new(
        method.Name,
        method.ReturnsVoid ? null : TextOf(method.ReturnType),
        new EquatableArray<CallParameterModel>(
            method.Parameters.Select(parameter => new CallParameterModel(parameter.Name, TextOf(parameter.Type), parameter.RefKind == RefKind.In)).ToImmutableArray()));

    private static string TextOf(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
