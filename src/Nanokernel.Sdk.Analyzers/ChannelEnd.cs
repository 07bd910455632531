using Microsoft.CodeAnalysis;

namespace Nanokernel.Sdk.Analyzers;

/// <summary>A channel end that a property asks for by <c>[Sends]</c> or <c>[Receives]</c>.</summary>
internal readonly record struct ChannelEnd(IPropertySymbol Property, AttributeData Attribute, bool Sends)
{
    /// <summary>The channel's name; null where the attribute has no constant argument.</summary>
    internal string? Name => Attribute.ConstructorArguments is { Length: 1 } arguments ? arguments[0].Value as string : null;

    /// <summary>The attribute without brackets, for messages.</summary>
    internal string AttributeName => Sends ? "Sends" : "Receives";

    /// <summary>The type that the property has to have, for messages.</summary>
    internal string ExpectedType => Sends ? "Sender<T>" : "Receiver<T>";

    /// <summary>Whether the property's type goes with the attribute.</summary>
    internal bool HasMatchingType => FullMetadataName(Property.Type) == (Sends ? KnownNames.Sender : KnownNames.Receiver);

    /// <summary>The message type, where the property's type is that of a channel end.</summary>
    internal ITypeSymbol? MessageType => HasMatchingType ? ((INamedTypeSymbol)Property.Type).TypeArguments[0] : null;

    /// <summary>The symbol by which the partition's code reaches the end; the image builder defines it for each partition.</summary>
    internal string SymbolName => $"nk_end_{(Sends ? "send" : "receive")}_{Name?.Replace('-', '_')}";

    /// <summary>The end that a property asks for, or null. Where it asks for both, the first counts and the analyzer reports the other.</summary>
    internal static ChannelEnd? Of(IPropertySymbol property) => AllOf(property).Select(end => (ChannelEnd?)end).FirstOrDefault();

    /// <summary>All ends that a property asks for.</summary>
    internal static IEnumerable<ChannelEnd> AllOf(IPropertySymbol property)
    {
        foreach (var attribute in property.GetAttributes())
        {
            var name = attribute.AttributeClass is { } type ? FullMetadataName(type) : "";
            if (name is KnownNames.SendsAttribute or KnownNames.ReceivesAttribute)
                yield return new ChannelEnd(property, attribute, name == KnownNames.SendsAttribute);
        }
    }

    private static string FullMetadataName(ITypeSymbol type) =>
        type.ContainingType is null && type.ContainingNamespace is { } containing ? $"{containing.ToDisplayString()}.{type.MetadataName}" : type.MetadataName;
}
