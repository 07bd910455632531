using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Nanokernel.Checking.Rules;

namespace Nanokernel.Sdk.Analyzers.Analysis;

/// <summary>The rules about one channel end or buffer, and about all of a partition together.</summary>
internal static class ChannelEndChecks
{
    internal static void Check(SymbolAnalysisContext context, ChannelEnd end)
    {
        var property = end.Property;
        if (!end.HasMatchingType)
        {
            context.Report(
                DeclarationRules.EndOfWrongType, property.Locations[0], property.Name, end.Kind.AttributeName, property.Type.ToDisplayString(), end.Kind.Noun,
                end.Kind.TypeText);
        }
        else if (PartitionShape.DefinitionOf(property, context.CancellationToken) is null)
        {
            context.Report(
                DeclarationRules.EndNotPartial,
                property.Locations[0],
                property.Name,
                property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
                end.Kind.Noun);
        }

        if (end.Name is { } name && !DeclaredName.IsValid(name))
            context.Report(DeclarationRules.InvalidChannelName, LocationOf(end, context.CancellationToken), name, property.Name, end.Kind.Target);

        if (end.MessageType is { } message && CallContractShape.FindPointer(message) is { } path)
            context.Report(DeclarationRules.PointerInMessage, property.Locations[0], message.Name, property.Name, path);
    }

    internal static void CheckDuplicates(SymbolAnalysisContext context, IReadOnlyList<ChannelEnd> ends)
    {
        foreach (var group in ends.Where(end => end.Name is not null).GroupBy(end => end.SymbolName))
        {
            var first = group.First();
            foreach (var end in group.Skip(1))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    DeclarationRules.DuplicateEnd,
                    LocationOf(end, context.CancellationToken),
                    [LocationOf(first, context.CancellationToken)],
                    first.Property.Name,
                    end.Property.Name,
                    end.Kind.Verb,
                    end.Name,
                    end.Kind.Target));
            }
        }
    }

    private static Location LocationOf(ChannelEnd end, CancellationToken cancellation) =>
        end.Attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation() ?? end.Property.Locations[0];
}
