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
            if (property.PartialDefinitionPart is null && ReadEnd(property, cancellation) is { } end)
                ends.Add(end);
        }

        return new PartitionModel(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
                .Replace("global::", ""),
            type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            PartitionShape.EntryPointOf(type) is not null,
            new EquatableArray<ChannelEndModel>(ends.ToImmutable()));
    }

    private static ChannelEndModel? ReadEnd(IPropertySymbol property, CancellationToken cancellation)
    {
        if (ChannelEnd.Of(property) is not { Name: { } name } end
            || !DeclaredName.IsValid(name)
            || !end.HasMatchingType
            || PartitionShape.DefinitionOf(property, cancellation) is not { } syntax)
            return null;
        return new ChannelEndModel(
            syntax.Identifier.Text,
            string.Join(" ", syntax.Modifiers.Select(modifier => modifier.Text)),
            property.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            end.SymbolName);
    }
}
