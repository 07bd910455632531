using Microsoft.CodeAnalysis;

namespace Nanokernel.Sdk.Analyzers;

/// <summary>A channel end, or a DMA buffer, that a property asks for by an attribute.</summary>
internal readonly record struct ChannelEnd(IPropertySymbol Property, AttributeData Attribute, EndKind Kind)
{
    /// <summary>The channel's or buffer's name; null where the attribute has no constant argument.</summary>
    internal string? Name => Attribute.ConstructorArguments is { Length: 1 } arguments ? arguments[0].Value as string : null;

    /// <summary>Whether the property's type goes with the attribute.</summary>
    internal bool HasMatchingType => EndType is not null;

    /// <summary>The message type, where the property's type is that of a channel end.</summary>
    internal ITypeSymbol? MessageType => EndType?.TypeArguments.FirstOrDefault();

    private INamedTypeSymbol? EndType =>
        (Kind.IsWrapped ? WrappedIn(Property.Type) : Property.Type) is INamedTypeSymbol type && FullMetadataName(type) == "Nanokernel." + Kind.Type ? type : null;

    /// <summary>The symbol by which the partition's code reaches it; the image builder defines it for each partition.</summary>
    internal string SymbolName => Kind.SymbolOf(Name ?? "");

    /// <summary>What a property asks for, or null. Where it has several such attributes, the first counts and the analyzer reports the others.</summary>
    internal static ChannelEnd? Of(IPropertySymbol property) => AllOf(property).Select(end => (ChannelEnd?)end).FirstOrDefault();

    /// <summary>All that a property asks for.</summary>
    internal static IEnumerable<ChannelEnd> AllOf(IPropertySymbol property)
    {
        foreach (var attribute in property.GetAttributes())
        {
            var name = attribute.AttributeClass is { } type ? FullMetadataName(type) : "";
            foreach (var kind in EndKind.All.Where(kind => kind.Attribute == name))
                yield return new ChannelEnd(property, attribute, kind);
        }
    }

    /// <summary>The type of the one field that a generated struct has; of a struct, the fields are known even where they are private.</summary>
    private static ITypeSymbol WrappedIn(ITypeSymbol type)
    {
        var fields = type.TypeKind == TypeKind.Struct ? type.GetMembers().OfType<IFieldSymbol>().Where(member => !member.IsStatic).ToList() : [];
        return fields.Count == 1 ? fields[0].Type : type;
    }

    private static string FullMetadataName(ITypeSymbol type) =>
        type.ContainingType is null && type.ContainingNamespace is { } containing ? $"{containing.ToDisplayString()}.{type.MetadataName}" : type.MetadataName;
}
