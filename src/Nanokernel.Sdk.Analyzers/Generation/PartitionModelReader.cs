using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Nanokernel.Checking.Rules;

namespace Nanokernel.Sdk.Analyzers.Generation;

/// <summary>Reads the model of a partition from its symbol. What is wrong is left out here and told by the analyzer.</summary>
internal static class PartitionModelReader
{
    internal static PartitionModel? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        if (context.TargetSymbol is not INamedTypeSymbol type || !PartitionShape.IsStaticPartial(type, cancellation))
            return null;

        var ends = ImmutableArray.CreateBuilder<ChannelEndModel>();
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            cancellation.ThrowIfCancellationRequested();
            if (property.PartialDefinitionPart is null && ReadEnd(property, context.SemanticModel.Compilation, cancellation) is { } end)
                ends.Add(end);
        }

        return new PartitionModel(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
                .Replace("global::", ""),
            type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            PartitionShape.EntryPointOf(type) is not null,
            new EquatableArray<ChannelEndModel>(ends.ToImmutable()));
    }

    private static ChannelEndModel? ReadEnd(IPropertySymbol property, Compilation compilation, CancellationToken cancellation)
    {
        if (ChannelEnd.Of(property) is not { Name: { } name } end
            || !DeclaredName.IsValid(name)
            || TypeOf(end, compilation, cancellation) is not { } type
            || PartitionShape.DefinitionOf(property, cancellation) is not { } syntax)
            return null;
        return new ChannelEndModel(
            syntax.Identifier.Text,
            string.Join(" ", syntax.Modifiers.Select(modifier => modifier.Text)),
            type,
            end.SymbolName);
    }

    /// <summary>The property's type, or null where it does not go with the attribute.</summary>
    private static string? TypeOf(ChannelEnd end, Compilation compilation, CancellationToken cancellation)
    {
        var type = end.Property.Type;
        if (end.HasMatchingType)
            return type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

        // Of a contract in this very project, client and server are generated at the same time as this is.
        if (!end.Kind.IsWrapped || type.TypeKind != TypeKind.Error)
            return null;
        var contract = compilation
            .GetSymbolsWithName(name => type.Name == CallContractShape.StemOf(name) + end.Kind.Side, SymbolFilter.Type, cancellation)
            .OfType<INamedTypeSymbol>()
            .FirstOrDefault(CallContractShape.IsMarked);
        if (contract is null)
            return null;
        var containing = contract.ContainingNamespace;
        return containing.IsGlobalNamespace ? $"global::{type.Name}" : $"{containing.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{type.Name}";
    }
}
