using Nanokernel.Model;

namespace Nanokernel.Sdk.Analyzers;

/// <summary>What a partition asks for by a property: the attribute and the type that go together, and the words for them.</summary>
/// <param name="AttributeName">The attribute without brackets, for messages.</param>
/// <param name="Type">The metadata name of the property's type, without namespace.</param>
/// <param name="TypeText">The property's type as it is written: <c>Sender&lt;T&gt;</c>.</param>
/// <param name="SymbolOf">The symbol that the image builder defines for one of a name.</param>
/// <param name="Noun">What it is, at the start of a sentence.</param>
/// <param name="Target">What has the name.</param>
/// <param name="Verb">What several properties do with it.</param>
internal sealed record EndKind(
    string AttributeName, string Type, string TypeText, Func<string, string> SymbolOf, string Noun, string Target, string Verb)
{
    /// <summary>All kinds: the ends of channels, and DMA buffers.</summary>
    internal static IReadOnlyList<EndKind> All { get; } =
    [
        .. ChannelRoleTraits.All.Select(role => new EndKind(
            role.Attribute, role.Type, role.TypeText, role.SymbolOf, "Channel end", ChannelKindTraits.Of(role.Kind).Noun, role.PluralVerb)
        {
            IsWrapped = role.IsWrapped,
        }),
        new("DmaBuffer", "DmaBuffer", "DmaBuffer", name => "nk_dma_buffer_" + name.Replace('-', '_'), "DMA buffer", "DMA buffer", "use"),
    ];

    /// <summary>The attribute's full name.</summary>
    internal string Attribute => $"Nanokernel.{AttributeName}Attribute";

    /// <summary>Whether the property's type is a generated struct that has this type as its one field.</summary>
    internal bool IsWrapped { get; init; }

    /// <summary>What the name of that struct ends with.</summary>
    internal string Side => Type.Replace("Call", "").Replace("`1", "");
}
